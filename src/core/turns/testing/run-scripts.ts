import { expect, test } from "vitest";
import type { Expectation } from "../../language/expectation.ts";
import { playTurns } from "./turn-script.ts";

/** Names follow the sequence of events; the letters are explained beside `playTurns`. */
export type TurnTable = readonly (readonly [name: string, script: string, decisions: readonly string[]])[];

/** A question whose answers "blue" and "the blue one" are complete, so that nobody waits after them. */
export const colour: Partial<Expectation> = {
  asked: ["choice"],
  choices: [
    { id: "blue", spoken: ["blue", "the blue one"] },
    { id: "red", spoken: ["red"] },
  ],
};

/** Plays every script with `asked` as the question, and a colour as the next one. */
export function runScripts(table: TurnTable, asked: Partial<Expectation>): void {
  test.each(table)("%s", (_name, script, decisions) => {
    expect(playTurns(script, asked, colour)).toEqual(decisions);
  });
}
