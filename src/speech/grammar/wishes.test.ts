// Goal: whatever the recognizer may hear as a wish is taken up as that wish. Method: sentences drawn from the rules by chance,
// always the same ones, are typed as the first words of a call.
import { expect, test } from "vitest";
import { demoClinic } from "../../core/call/testing/demo-clinic.ts";
import { demoGarage } from "../../core/call/testing/demo-garage.ts";
import { TypedCall } from "../../core/call/testing/typed-call.ts";
import { commandRules } from "./commands.ts";
import { dateRules } from "./dates.ts";
import { type Expansion, readExpansion } from "./expansion.ts";
import { numberRules } from "./numbers.ts";
import type { Rules } from "./rules.ts";
import { wishRules } from "./wishes.ts";

const rules: Rules = {
  ...numberRules,
  ...dateRules,
  ...commandRules,
  ...wishRules,
  hintedName: "doctor chen",
  familyName: "miller",
};
const samples = 60;

/** A sentence of the rule; `chance` gives numbers from 0 to 1. */
function drawn(expansion: Expansion, chance: () => number): string {
  switch (expansion.kind) {
    case "word":
      return expansion.word;
    case "rule":
      return drawn(readExpansion(rules[expansion.name] ?? ""), chance);
    case "sequence":
      return expansion.parts
        .map((part) => drawn(part, chance))
        .filter((text) => text !== "")
        .join(" ");
    case "choice": {
      const chosen = expansion.of[Math.floor(chance() * expansion.of.length)];
      return chosen === undefined ? "" : drawn(chosen.part, chance);
    }
  }
}

/** The usual linear congruence: the same seed gives the same numbers. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const wishes: readonly (readonly [rule: string, practice: typeof demoClinic, tasks: readonly string[]])[] = [
  // Whoever has missed an appointment books another one; "I can't come" alone may be either.
  ["moveWish", demoClinic, ["reschedule", "cancel", "book"]],
  ["cancelWish", demoClinic, ["cancel"]],
  ["confirmWish", demoClinic, ["confirm"]],
  ["nextWish", demoClinic, ["nextAvailable", "book"]],
  ["waitWish", demoClinic, ["waitlist"]],
  ["messageWish", demoClinic, ["message", "callBack"]],
  ["callBackWish", demoClinic, ["callBack", "message"]],
  ["stopWish", demoClinic, ["stopCalling", "stopTexting"]],
  ["statusWish", demoGarage, ["status"]],
];

for (const [rule, practice, tasks] of wishes)
  test(`${rule} is a wish to ${tasks.join(" or ")}`, async () => {
    const chance = numbers(rule.length);
    const wrong: string[] = [];
    for (let index = 0; index < samples; index++) {
      const sentence = drawn(readExpansion(rules[rule] ?? ""), chance);
      const call = await TypedCall.answered({ practice });
      await call.type(sentence);
      const { task } = call.state.dialogue;
      const begun = !/noMatch|howCanIHelp/.test(call.purpose);
      if (!tasks.includes(task) || !begun) wrong.push(`${sentence}: ${task}, ${call.purpose}`);
    }
    expect(wrong).toEqual([]);
  });
