import type { Ms } from "../../core/values/ids.ts";
import type { Random } from "../random.ts";

/** How a caller behaves on the telephone, beside what they want. Rates are 0-1 and for each question, if not said otherwise. */
export interface Manners {
  /** Share of pauses between words in which the caller stops to think. */
  readonly hesitates: number;
  /** Speaks into a question before it is over. */
  readonly interrupts: number;
  /** Says "mm-hm" into a prompt. */
  readonly backChannels: number;
  /** Coughs, once for each prompt. */
  readonly coughs: number;
  /** Says something else instead of an answer. */
  readonly strays: number;
  /** Asks for a moment before answering. */
  readonly holdsOn: number;
  /** Does not answer until asked again. */
  readonly misses: number;
  /** When the agent speaks into the caller's sentence: stops speaking, else finishes the sentence. */
  readonly yields: number;
  /** 1 is the usual pace; more is slower. */
  readonly pace: number;
  readonly hangsUpAt: Ms | null;
}

export const plainManners: Manners = {
  hesitates: 0,
  interrupts: 0,
  backChannels: 0,
  coughs: 0,
  strays: 0,
  holdsOn: 0,
  misses: 0,
  yields: 0,
  pace: 1,
  hangsUpAt: null,
};

export function randomManners(random: Random): Manners {
  const sometimes = (probability: number, most: number) =>
    random.chance(probability) ? random.between(0, most) : 0;
  return {
    hesitates: sometimes(0.4, 0.4),
    interrupts: sometimes(0.3, 0.5),
    backChannels: sometimes(0.3, 0.4),
    coughs: sometimes(0.2, 0.3),
    strays: sometimes(0.3, 0.25),
    holdsOn: sometimes(0.15, 0.2),
    misses: sometimes(0.2, 0.3),
    yields: random.chance(0.6) ? 1 : 0,
    pace: random.pick([0.8, 1, 1, 1.3, 1.8]),
    hangsUpAt: random.chance(0.12) ? Math.round(random.between(500, 240_000)) : null,
  };
}

/** Said while something is stated. Into a yes-or-no question only the first two: the others answer it. */
export const listenerWords: readonly string[] = ["mm-hm", "uh-huh", "okay", "right", "yeah"];
export const listenerNoises: readonly string[] = listenerWords.slice(0, 2);

/** What people say that answers nothing; no values and no yes, so that nothing wrong can be booked because of them. */
export const strayWords: readonly string[] = [
  "sorry, what was that",
  "could you repeat that",
  "what do you need that for",
  "where are you located",
  "are you open on Saturday",
  "no wait",
  "go back",
  "let me think about it",
  "um",
  "hello",
  "is this a machine",
  "I don't understand",
  "whatever you want",
  "the thing with the thing",
  "never mind",
  "start over",
  "can I talk to a person",
  "thank you",
  "no",
];

export const holdOnWords: readonly string[] = ["hold on", "one moment please", "let me get my card"];
