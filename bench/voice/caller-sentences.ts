import { TypedCall } from "../../src/core/call/testing/typed-call.ts";
import type { Expectation } from "../../src/core/language/expectation.ts";
import type { Practice } from "../../src/core/practice/practice.ts";
import { openMind } from "../../src/sim/caller-mind.ts";
import { callers } from "../../src/sim/callers.ts";
import { type Random, seededRandom } from "../../src/sim/random.ts";
import { grammarRequest } from "../../src/speech/grammar/grammar-request.ts";

/** What a simulated caller says in a call, and what the dialogue expects at that moment. */
export interface CallerSentence {
  readonly text: string;
  /** What the agent said last. */
  readonly previous: string;
  /** The purpose of the agent's question: `ask:name`. */
  readonly purpose: string;
  readonly expectation: Expectation;
}

/** Monday, as in typed calls. */
const today = Temporal.PlainDate.from("2026-03-02");
const TURN_LIMIT = 45;
/** So often an answer is typed as something that nobody understands, which leads to the other ways to ask. */
const MISHEARD_SHARE = 0.12;

/**
 * Every different pair of question and answer that the simulated callers come to in `seeds` calls each, typed. Reproducible.
 */
export async function callerSentences(practice: Practice, seeds: number): Promise<CallerSentence[]> {
  const found = new Map<string, CallerSentence>();
  for (const caller of callers.filter((one) => one.practice === practice.id))
    for (let seed = 1; seed <= seeds; seed++) {
      const call = await TypedCall.answered({ practice, from: caller.truth.phone });
      const random = seededRandom(seed);
      const mind = openMind(caller, random, today);
      const mishears = seed % 3 === 0 ? seededRandom(1_000 + seed) : null;
      for await (const sentence of sentencesOf(call, mind, mishears)) {
        const key = `${sentence.text}\n${grammarRequest(sentence.expectation).key}`;
        if (!found.has(key)) found.set(key, sentence);
      }
    }
  return [...found.values()];
}

async function* sentencesOf(
  call: TypedCall,
  mind: ReturnType<typeof openMind>,
  mishears: Random | null,
): AsyncGenerator<CallerSentence> {
  for (let turn = 0; turn < TURN_LIMIT && call.end === null; turn++) {
    const prompts = call.purposes.map((purpose, index) => ({ purpose, text: call.words[index] ?? "" }));
    const action = mind.react(prompts);
    if (action.kind === "hangUp") return;
    if (action.kind === "listen") await call.waits();
    else if (action.kind === "press") await call.press(action.keys.join(""));
    else {
      yield {
        text: action.text,
        previous: call.said,
        purpose: call.purpose,
        expectation: expectationNow(call),
      };
      await call.type(mishears?.chance(MISHEARD_SHARE) === true ? "blub" : action.text);
    }
  }
}

/** What the dialogue expects at this moment of the call. */
export function expectationNow(call: TypedCall): Expectation {
  const effect = call.effects.findLast((one) => one.kind === "listenFor");
  if (effect?.kind !== "listenFor") throw new Error("the call listens for nothing");
  return effect.expectation;
}
