// A question that is foreseen is begun before it is asked, and told only to whoever asks it.
import { expect, test } from "vitest";
import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { Following } from "../ports/language-model.ts";
import type { Perform } from "../ports/ledger.ts";
import { exampleQuestion, nothingSaid } from "../ports/testing/example-question.ts";
import { ModelRequests } from "./model-requests.ts";

const about = (words: string) => ({ kind: "askModel", question: exampleQuestion(words) }) as const;
const replied: Outcome = {
  kind: "modelReplied",
  reply: nothingSaid,
  use: { inputTokens: null, outputTokens: null, ms: 1, firstWordMs: null, costMicros: null },
};

interface Begun extends Following {
  readonly request: Request;
  finish(outcome: Outcome): void;
}

function requests() {
  const begun: Begun[] = [];
  const told: [number, string][] = [];
  const perform: Perform = (_, request, _key, following) =>
    new Promise((finish) => {
      if (following === undefined) throw new Error("nobody could take the question back");
      begun.push({ request, finish, ...following });
    });
  const chosen = (request: number, fact: string) => void told.push([request, fact]);
  const models = new ModelRequests({ call: "call-1", practice: "clinic", perform, chosen });
  return { models, begun, told };
}

test("foreseen and then asked, it is one question, and what came meanwhile is told at once", async () => {
  const { models, begun, told } = requests();
  models.foresee(about("one"));
  begun[0]?.chosen("fact-hours");
  expect(told).toEqual([]);
  const outcome = models.ask(7, about("one"));
  expect(told).toEqual([[7, "fact-hours"]]);
  begun[0]?.chosen("fact-parking");
  expect(told).toHaveLength(2);
  begun[0]?.finish(replied);
  expect(await outcome).toBe(replied);
  expect(begun).toHaveLength(1);
});

test("foreseen again with the same words, it is not begun again", () => {
  const { models, begun } = requests();
  models.foresee(about("one"));
  models.foresee(about("one"));
  expect(begun).toHaveLength(1);
});

test("other words take it back, and so does nothing at all", () => {
  const { models, begun } = requests();
  models.foresee(about("one"));
  models.foresee(about("one two"));
  expect(begun.map(({ wanted }) => wanted.aborted)).toEqual([true, false]);
  models.foresee(null);
  expect(begun[1]?.wanted.aborted).toBe(true);
});

test("asked about other words than were foreseen, it is begun anew", async () => {
  const { models, begun, told } = requests();
  models.foresee(about("one"));
  begun[0]?.chosen("fact-hours");
  const outcome = models.ask(7, about("one two"));
  expect(begun.map(({ wanted }) => wanted.aborted)).toEqual([true, false]);
  expect(told).toEqual([]);
  begun[1]?.finish(replied);
  expect(await outcome).toBe(replied);
});

test("taken back by its number, it tells nothing more", () => {
  const { models, begun, told } = requests();
  void models.ask(7, about("one"));
  models.foresee(about("two"));
  models.cancel(7);
  expect(begun.map(({ wanted }) => wanted.aborted)).toEqual([true, false]);
  begun[0]?.chosen("fact-hours");
  expect(told).toEqual([]);
});

test("the end of the call takes everything back", () => {
  const { models, begun } = requests();
  void models.ask(7, about("one"));
  models.foresee(about("two"));
  models.close();
  expect(begun.map(({ wanted }) => wanted.aborted)).toEqual([true, true]);
});
