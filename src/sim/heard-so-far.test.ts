import { expect, test } from "vitest";
import { HeardSoFar } from "./heard-so-far.ts";

const purpose = "confirm:dateOfBirth";
const whole = "I have your date of birth as August thirtieth, nineteen sixty-six. Is that right?";
const rest = "thirtieth, nineteen sixty-six. Is that right?";
const saying = (prompt: number, text: string) => ({ at: 0, kind: "saying", prompt, purpose, text }) as const;
const said = (prompt: number, finished: boolean) =>
  ({ at: 0, kind: "said", prompt, upTo: 38, finished }) as const;

test("the rest of a read-back that a cough cut off is one with what was heard of it before", () => {
  const heard = new HeardSoFar();
  for (const message of [saying(1, whole), said(1, false), saying(2, rest), said(2, true)])
    heard.take(message);
  expect(heard.prompts.map(({ text }) => text)).toEqual([whole]);
  expect(heard.talking).toBe(false);
  expect(heard.begun).toBe(2);
});

test("so is the rest of one that the caller spoke into", () => {
  const heard = new HeardSoFar();
  for (const message of [saying(1, whole), said(1, false)]) heard.take(message);
  heard.answered();
  expect(heard.prompts).toEqual([]);
  heard.take(saying(2, rest));
  expect(heard.prompts.map(({ text }) => text)).toEqual([whole]);
});

test("what was said to its end and is said again is a prompt of its own", () => {
  const heard = new HeardSoFar();
  for (const message of [saying(1, whole), said(1, true), saying(2, whole)]) heard.take(message);
  expect(heard.prompts.map(({ text }) => text)).toEqual([whole, whole]);
  heard.answered();
  heard.take(said(2, true));
  heard.take(saying(3, rest));
  expect(heard.prompts.map(({ text }) => text)).toEqual([rest]);
});
