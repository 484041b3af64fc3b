import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import type { SynthesisOptions, Synthesizer } from "./synthesizer.ts";

const sentence = "Thank you. What is your date of birth? You can also say it with numbers.";
const never = new AbortController().signal;

/** What every synthesizer promises. `open` makes a fresh one for each test. */
export function synthesizerContract(open: () => Promise<Synthesizer>): void {
  const withOne = (name: string, run: (synthesizer: Synthesizer) => Promise<void>) =>
    test(name, async () => {
      const synthesizer = await open();
      try {
        await run(synthesizer);
      } finally {
        await synthesizer.close();
      }
    });

  withOne("a sentence becomes as much sound as it takes to say it", async (synthesizer) => {
    const seconds = (await wholeOf(synthesizer, sentence)).length / 8_000;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(10);
  });

  withOne("the sound is not silence", async (synthesizer) => {
    const sound = await wholeOf(synthesizer, sentence);
    expect(new Set(sound).size).toBeGreaterThan(16);
  });

  withOne("a fixed text sounds the same the second time", async (synthesizer) => {
    const first = await wholeOf(synthesizer, sentence, { fixed: true });
    expect(await wholeOf(synthesizer, sentence, { fixed: true })).toEqual(first);
  });

  withOne("two texts at once do not disturb each other", async (synthesizer) => {
    const alone = await wholeOf(synthesizer, "Tuesday at nine.");
    const [, together] = await Promise.all([
      wholeOf(synthesizer, sentence),
      wholeOf(synthesizer, "Tuesday at nine."),
    ]);
    expect(together).toEqual(alone);
  });

  withOne("nothing to say is no sound", async (synthesizer) => {
    expect((await wholeOf(synthesizer, " ")).length).toBe(0);
  });

  withOne("aborting ends it without an error", async (synthesizer) => {
    const abort = new AbortController();
    const pieces: Uint8Array[] = [];
    for await (const piece of synthesizer.speak(hide(sentence), { fixed: false, signal: abort.signal })) {
      pieces.push(piece);
      abort.abort();
    }
    expect(pieces.length).toBe(1);
  });

  withOne("an abort beforehand gives no sound", async (synthesizer) => {
    expect(await wholeOf(synthesizer, sentence, { signal: AbortSignal.abort() })).toHaveLength(0);
  });

  withOne("what is ready is what would be said", async (synthesizer) => {
    const said = await wholeOf(synthesizer, sentence, { fixed: true });
    const ready = synthesizer.ready(hide(sentence));
    if (ready !== null) expect(new Uint8Array(ready)).toEqual(said);
  });

  test("speaking after close fails as a fault of the world", async () => {
    const synthesizer = await open();
    await synthesizer.close();
    await expect(wholeOf(synthesizer, sentence)).rejects.toThrow("failed while");
  });
}

async function wholeOf(
  synthesizer: Synthesizer,
  text: string,
  options: Partial<SynthesisOptions> = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of synthesizer.speak(hide(text), { fixed: false, signal: never, ...options })) {
    expect(piece.length).toBeGreaterThan(0);
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
