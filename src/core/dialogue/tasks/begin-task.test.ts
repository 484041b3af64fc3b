import { expect, test } from "vitest";
import { type DialogueState, freshNegotiation, initialDialogue } from "../dialogue-state.ts";
import { begunTask } from "./begin-task.ts";
import type { TaskId } from "./task.ts";

const opening = { id: "garcia@0/visit", resource: "garcia", also: [], offering: "visit", start: 0, end: 1 };

const asked = { id: 1, request: { kind: "hold", opening } } as const;

/** A task that was set aside while it held a time, if `hold` names one. */
const aside = (task: TaskId, hold: string | null): DialogueState["paused"][number] => ({
  task,
  urgent: false,
  negotiation: { ...freshNegotiation, held: hold === null ? null : { hold, opening, asked, renewAt: 1 } },
});

/** In the middle of confirming a booking, with these tasks set aside before. */
const confirming = (...paused: DialogueState["paused"]): DialogueState => ({
  ...initialDialogue(null),
  task: "confirm",
  aim: { kind: "field", field: "dateOfBirth", part: null },
  trail: ["name"],
  paused,
});

test("what is interrupted is set aside, and keeps its time", () => {
  const { task, paused, toRelease } = begunTask(confirming(aside("book", "hold-1")), "message");
  expect([task, paused.map((one) => one.task), toRelease]).toEqual(["message", ["book", "confirm"], []]);
});

test("what is interrupted too often to be taken up again gives its time back", () => {
  const { paused, toRelease } = begunTask(
    confirming(aside("book", "hold-1"), aside("reschedule", null)),
    "message",
  );
  expect([paused.map((one) => one.task), toRelease]).toEqual([["reschedule", "confirm"], ["hold-1"]]);
});
