import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ms } from "../values/ids.ts";
import type { Key } from "../values/key.ts";
import { hide } from "../values/private.ts";
import { SlowRecognizerCall } from "./testing/slow-recognizer-call.ts";
import { circumstancesOf } from "./testing/turn-script.ts";
import type { TurnInput, TurnOutput } from "./turn-io.ts";
import { initialTurns, type TurnState, turnDeadline, turnStep } from "./turns.ts";

/** Inputs in any order with any gaps, the impossible ones included. */
const anyInput = fc.oneof(
  fc.constant({ kind: "speechStarted" as const }),
  fc.record({ kind: fc.constant("speechStopped" as const), ago: fc.integer({ min: 0, max: 400 }) }),
  fc.record({
    kind: fc.constant("transcribed" as const),
    utterance: fc.integer({ min: 1, max: 4 }),
    words: fc.constantFrom("", "yes", "no", "okay", "five oh three", "it's um", "next tuesday and"),
    final: fc.boolean(),
  }),
  fc.constant({ kind: "typed" as const }),
  fc.record({ kind: fc.constant("keyPressed" as const), key: fc.constantFrom<Key>("0", "1", "5", "*", "#") }),
  fc.record({
    kind: fc.constant("promptQueued" as const),
    prompt: fc.integer({ min: 1, max: 5 }),
    older: fc.integer({ min: 0, max: 1 }),
    characters: fc.integer({ min: 0, max: 300 }),
    bargeIn: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("promptHeard" as const),
    prompt: fc.integer({ min: 1, max: 5 }),
    older: fc.integer({ min: 0, max: 1 }),
    upTo: fc.integer({ min: 0, max: 300 }),
    finished: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("promptFailed" as const),
    prompt: fc.integer({ min: 1, max: 5 }),
    older: fc.integer({ min: 0, max: 1 }),
    upTo: fc.integer({ min: 0, max: 300 }),
  }),
  fc.constant({ kind: "deadlineReached" as const }),
  fc.record({
    kind: fc.constant("expecting" as const),
    noInputAfterMs: fc.integer({ min: 0, max: 8000 }),
    asked: fc.constantFrom("yesNo" as const, "phone" as const, "date" as const),
  }),
);
const anyCall = fc.array(fc.tuple(fc.integer({ min: 0, max: 2500 }), anyInput), { maxLength: 60 });
type AnyInput = typeof anyInput extends fc.Arbitrary<infer T> ? T : never;

function inputOf(any: AnyInput, at: Ms, playback: number): TurnInput {
  switch (any.kind) {
    case "speechStopped":
      return { ...any, at, silentSince: at - any.ago };
    case "transcribed":
      return { ...any, at, text: hide(any.words), confidence: 0.8, alternatives: hide([any.words]) };
    case "typed":
      return { ...any, at, text: hide("tomorrow") };
    case "keyPressed":
      return { ...any, at };
    case "promptQueued":
    case "promptHeard":
    case "promptFailed":
      return { ...any, at, playback: playback - any.older };
    case "expecting":
      return { ...any, at, circumstances: circumstancesOf({ asked: [any.asked] }) };
    default:
      return { ...any, at };
  }
}

/** Plays a call, serving every deadline on time, and then only deadlines for ten more minutes. */
class Player {
  state: TurnState = initialTurns();
  readonly outputs: { readonly at: Ms; readonly input: TurnInput; readonly output: TurnOutput }[] = [];
  #at = 0;
  #playback = 1;

  constructor(call: readonly (readonly [number, AnyInput])[]) {
    for (const [gapMs, any] of call) {
      this.#serveUntil(this.#at + gapMs);
      this.#at += gapMs;
      this.#take(inputOf(any, this.#at, this.#playback));
    }
  }

  serveTenMinutes(): void {
    this.#serveUntil(this.#at + 600_000);
  }

  #serveUntil(until: Ms): void {
    for (let due = turnDeadline(this.state); due !== null && due <= until; due = turnDeadline(this.state)) {
      this.#take({ kind: "deadlineReached", at: due });
    }
  }

  #take(input: TurnInput): void {
    const { state, outputs } = turnStep(this.state, input);
    this.state = state;
    const due = turnDeadline(state);
    if (due !== null) expect(due).toBeGreaterThan(state.at);
    for (const output of outputs) {
      if (output.kind === "clearAudio") this.#playback = output.playback;
      this.outputs.push({ at: state.at, input, output });
    }
  }
}

test("any inputs in any order: no exception, and every deadline lies ahead", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      // The player expects it of every single step.
      expect(new Player(call).state.at).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("whatever was said is over in the end", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const player = new Player(call);
      player.serveTenMinutes();
      expect(player.state.turn).toBeNull();
      expect(player.state.keys).toBeNull();
      expect(player.state.playing).toBeNull();
    }),
  );
});

test("the same inputs give the same outputs", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const written = (player: Player) =>
        player.outputs.map(({ at, output }) => `${at} ${JSON.stringify(output)}`);
      expect(written(new Player(call))).toEqual(written(new Player(call)));
    }),
  );
});

test("no input ends more than one turn", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const player = new Player(call);
      const inputs = new Set<TurnInput>();
      for (const { input, output } of player.outputs) {
        if (output.kind !== "turnEnded") continue;
        expect(inputs.has(input)).toBe(false);
        inputs.add(input);
      }
    }),
  );
});

/** Callers whose every utterance is a word of its own, over a recognizer that answers late, twice, or not at all. */
const pauseMs = fc.integer({ min: 0, max: 4000 });
const utterances = fc.array(
  fc.record({ beforeMs: pauseMs, voiceMs: fc.integer({ min: 100, max: 3000 }), hypothesis: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);
const delays = fc.array(fc.option(fc.integer({ min: 0, max: 9000 }), { freq: 6 }), {
  minLength: 30,
  maxLength: 30,
});

const wordsOf = (said: readonly unknown[]) => said.map((_, index) => `word${index}`);

test("no word is in two turns, however late or never the recognizer answers", () => {
  fc.assert(
    fc.property(utterances, delays, (said, answersMs) => {
      const { heard } = new SlowRecognizerCall(said, answersMs);
      expect(new Set(heard).size).toBe(heard.length);
      expect(wordsOf(said)).toEqual(expect.arrayContaining(heard));
    }),
    { numRuns: 300 },
  );
});

test("all words are heard, in their order, if it answers within two seconds", () => {
  fc.assert(
    fc.property(utterances, delays, (said, delaysMs) => {
      const answersMs = delaysMs.map((ms) => (ms ?? 0) % 1900);
      expect(new SlowRecognizerCall(said, answersMs).heard).toEqual(wordsOf(said));
    }),
    { numRuns: 300 },
  );
});

test("and in their order, as far as they are, if it answers within four", () => {
  fc.assert(
    fc.property(utterances, delays, (said, delaysMs) => {
      const { heard } = new SlowRecognizerCall(
        said,
        delaysMs.map((ms) => (ms ?? 0) % 4000),
      );
      expect(heard).toEqual(heard.toSorted());
    }),
    { numRuns: 300 },
  );
});
