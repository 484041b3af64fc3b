import { type Expectation, nothingExpected } from "../language/expectation.ts";
import type { Practice } from "../practice/practice.ts";
import { hide } from "../values/private.ts";
import { type Aim, type DialogueState, initialDialogue } from "./dialogue-state.ts";
import { listeningFor } from "./expectation-of.ts";
import type { FieldId } from "./field-ids.ts";
import { tasks } from "./tasks/tasks.ts";

/**
 * What the recognizer will be told to expect in ordinary calls: each question of a booking, by itself and with the answer
 * before it said back, the questions of other tasks by themselves, and the questions around them. Offered times are not among
 * them; they differ from day to day.
 */
export function usualExpectations(practice: Practice): readonly Expectation[] {
  const context = { practice, spokenOpening: () => [] };
  const start = initialDialogue(hide("+15035550100"));
  const fields = tasks.book.fields(practice, start).filter((field) => field !== "time");
  const others = Object.values(tasks).flatMap((task) => task.fields(practice, start));
  // Which booking is meant differs from caller to caller, as offered times do.
  const elsewhere = new Set<FieldId>([...fields, "time", "booking"]);
  const alone = [...new Set(others)].filter((field) => !elsewhere.has(field));
  const states: DialogueState[] = [
    ...around.map((aim) => ({ ...start, aim })),
    ...fields.flatMap((field, index) => {
      const asked: DialogueState = { ...start, aim: { kind: "field", field, part: null } };
      return [asked, { ...asked, recent: fields.slice(Math.max(0, index - 1), index) }];
    }),
    ...alone.map((field): DialogueState => ({ ...start, aim: { kind: "field", field, part: null } })),
    ...fields.map((field): DialogueState => ({ ...start, aim: { kind: "confirm", field } })),
  ];
  return [nothingExpected, ...states.map((state) => listeningFor(state, context))];
}

const around: readonly Aim[] = [
  { kind: "wish" },
  { kind: "when" },
  { kind: "readBack" },
  { kind: "anythingElse" },
  { kind: "agree" },
  { kind: "waitlist" },
  { kind: "texts" },
  { kind: "correctWhat" },
  { kind: "emergency", flag: "emergency" },
];
