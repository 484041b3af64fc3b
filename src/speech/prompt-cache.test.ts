import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { synthesizerContract } from "../ports/synthesizer.contract.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { promptCache } from "./prompt-cache.ts";
import { toneSynthesizer } from "./tone-synthesizer.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "prompts-"));
});
afterEach(() => rm(directory, { recursive: true }));

synthesizerContract(async () => promptCache(slowTone().synthesizer, { directory, maxBytes: 1e6 }));

const fixed = { fixed: true, signal: new AbortController().signal };

/** A synthesizer that is never ready and counts what it is asked to say. */
function slowTone() {
  const tone = toneSynthesizer();
  const said: string[] = [];
  const synthesizer: Synthesizer = {
    async *speak(text, options) {
      said.push(text.reveal());
      yield* tone.speak(text, options);
    },
    ready: () => null,
    close: () => tone.close(),
  };
  return { synthesizer, said };
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

test("a fixed text is made once and then at hand without waiting", async () => {
  const { synthesizer, said } = slowTone();
  const cache = promptCache(synthesizer, { directory: null, maxBytes: 1e6 });
  expect(cache.ready(hide("hello"))).toBeNull();
  const bytes = await drain(cache.speak(hide("hello"), fixed));
  await drain(cache.speak(hide("hello"), fixed));
  expect(said).toEqual(["hello"]);
  expect(cache.ready(hide("hello"))).toHaveLength(bytes);
});

test("several calls that want the same text at once share one making", async () => {
  const { synthesizer, said } = slowTone();
  const cache = promptCache(synthesizer, { directory, maxBytes: 1e6 });
  const sizes = await Promise.all([1, 2, 3].map(() => drain(cache.speak(hide("hello"), fixed))));
  await cache.close();
  expect(said).toEqual(["hello"]);
  expect(new Set(sizes).size).toBe(1);
});

test("a text that waits to be made ahead is made at once when a call wants it", async () => {
  const { synthesizer, said } = slowTone();
  const patient: Synthesizer = {
    ...synthesizer,
    async *speak(text, options) {
      if (options.ahead) await new Promise(() => undefined);
      yield* synthesizer.speak(text, options);
    },
  };
  const cache = promptCache(patient, { directory: null, maxBytes: 1e6 });
  void cache.warm([hide("hello")]);
  expect(await drain(cache.speak(hide("hello"), fixed))).toBeGreaterThan(0);
  expect(said).toEqual(["hello"]);
  expect(cache.ready(hide("hello"))).not.toBeNull();
});

test("one listener's abort leaves the sound to the others", async () => {
  const { synthesizer } = slowTone();
  const cache = promptCache(synthesizer, { directory: null, maxBytes: 1e6 });
  const abort = new AbortController();
  const impatient = drain(cache.speak(hide("hello"), { fixed: true, signal: abort.signal }));
  const patient = drain(cache.speak(hide("hello"), fixed));
  abort.abort();
  expect(await impatient).toBe(0);
  expect(await patient).toBeGreaterThan(0);
});

test("fixed texts come back from disk after a restart, others are written nowhere", async () => {
  const first = promptCache(slowTone().synthesizer, { directory, maxBytes: 1e6 });
  await drain(first.speak(hide("hello"), fixed));
  await drain(first.speak(hide("goodbye, Maria"), { ...fixed, fixed: false }));
  await first.close();
  expect(await readdir(directory)).toHaveLength(1);

  const { synthesizer, said } = slowTone();
  const second = promptCache(synthesizer, { directory, maxBytes: 1e6 });
  await second.warm([hide("hello")]);
  expect(second.ready(hide("hello"))).not.toBeNull();
  expect(said).toEqual([]);
});

test("another voice finds none of the sounds", async () => {
  const first = promptCache(slowTone().synthesizer, { directory, maxBytes: 1e6, voice: "one" });
  await drain(first.speak(hide("hello"), fixed));
  await first.close();
  const { synthesizer, said } = slowTone();
  const second = promptCache(synthesizer, { directory, maxBytes: 1e6, voice: "two" });
  await drain(second.speak(hide("hello"), fixed));
  await second.close();
  expect(said).toEqual(["hello"]);
});

test("memory stays within its bound: the least recently said goes first", async () => {
  const cache = promptCache(slowTone().synthesizer, { directory: null, maxBytes: 12_000 });
  for (const text of ["ten chars.", "others too", "and a last"]) await drain(cache.speak(hide(text), fixed));
  expect(cache.ready(hide("ten chars."))).toBeNull();
  expect(cache.ready(hide("and a last"))).not.toBeNull();
});

test("warming tells how far it is and leaves out what fails", async () => {
  const { synthesizer } = slowTone();
  const failing: Synthesizer = {
    ...synthesizer,
    async *speak(text, options) {
      if (text.reveal() === "bad") throw new Error("no voice");
      yield* synthesizer.speak(text, options);
    },
  };
  const cache = promptCache(failing, { directory: null, maxBytes: 1e6 });
  const progress: string[] = [];
  await cache.warm([hide("bad"), hide("good")], (done, of) => progress.push(`${done}/${of}`));
  expect(progress).toEqual(["1/2", "2/2"]);
  expect(cache.ready(hide("good"))).not.toBeNull();
});
