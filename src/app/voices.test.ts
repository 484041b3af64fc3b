// Goal: what is said again and again is known by heart in each voice, whatever becomes of the service that made it. Method:
// voices that fail when they are told to, on a clock that stands still unless it is moved.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { type FrailVoice, frailVoice } from "../speech/testing/frail-voice.ts";
import { openVoices } from "./voices.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "frontdesk-voices-"));
});
afterEach(() => rm(directory, { recursive: true }));

const texts = ["Welcome.", "Goodbye."];

function open(...voices: readonly [FrailVoice, ...FrailVoice[]]) {
  const clock = new VirtualClock();
  const progress: string[] = [];
  const choiceOf = (synthesizer: FrailVoice) => {
    const name = `voice ${synthesizer.number}`;
    return { name, voice: name, synthesizer };
  };
  const [first, ...others] = voices;
  const opened = openVoices({
    choices: [choiceOf(first), ...others.map(choiceOf)],
    texts,
    directory,
    clock,
    telemetry: countingTelemetry(),
    progress: (done, of) => progress.push(`${done}/${of}`),
  });
  const { synthesizer } = opened;
  return {
    clock,
    progress,
    /** Whose voice a text is at hand in. */
    atHand: (text: string) => synthesizer.ready(hide(text))?.[0] ?? null,
    async say(text: string) {
      const options = { fixed: false, signal: new AbortController().signal };
      for await (const piece of synthesizer.speak(hide(text), options)) return piece[0];
      return null;
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

const until = (what: () => unknown) => expect.poll(what, { interval: 5 });

test("prompts are made ahead in the first voice, and it is told how far they are", async () => {
  await using voices = open(frailVoice(1), frailVoice(2));
  await until(() => voices.progress).toEqual(["1/2", "2/2"]);
  expect(texts.map(voices.atHand)).toEqual([1, 1]);
});

test("the service goes away: prompts are said in its voice all the same, and everything else in the next", async () => {
  const first = frailVoice(1);
  await using voices = open(first, frailVoice(2));
  await until(() => voices.progress.length).toBe(2);
  first.manner = "fails";
  expect(await voices.say("See you on Tuesday.")).toBe(2);
  expect(texts.map(voices.atHand)).toEqual([1, 1]);
});

test("the service is away at start: the next voice has the prompts, until the first comes back and learns them", async () => {
  const first = frailVoice(1);
  first.manner = "fails";
  await using voices = open(first, frailVoice(2));
  expect(await voices.say("See you on Tuesday.")).toBe(2);
  await until(() => texts.map(voices.atHand)).toEqual([2, 2]);
  first.manner = "speaks";
  voices.clock.advance(5_000);
  await until(() => texts.map(voices.atHand)).toEqual([1, 1]);
});

test("another voice finds nothing that this one has left on disk, and this one finds all of it", async () => {
  const first = frailVoice(1);
  {
    await using voices = open(first, frailVoice(2));
    await until(() => voices.progress.length).toBe(2);
  }
  const [same, other] = [frailVoice(1), frailVoice(3)];
  {
    await using voices = open(same);
    await until(() => voices.progress.length).toBe(2);
  }
  {
    await using voices = open(other);
    await until(() => voices.progress.length).toBe(2);
  }
  expect([first.said, same.said, other.said]).toEqual([texts, [], texts]);
});
