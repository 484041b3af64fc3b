// Goal: a vendor's key changes who listens, and a vendor's fault does not change that somebody does. Method: the process's own
// speech against a server that speaks the vendor's protocol.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nothingExpected } from "../core/language/expectation.ts";
import { hide } from "../core/values/private.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { startDeepgram } from "../sim/emulators/deepgram.ts";
import { startOpenAiAudio } from "../sim/emulators/openai-audio.ts";
import { openSpeaker } from "../speech/testing/spoken-frames.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";
import { openSpeech } from "./speech.ts";

const never = new AbortController().signal;

/** The speech of a process with these settings, and a caller who is asked yes or no. */
async function asked(env: Readonly<Record<string, string>>) {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-speech-"));
  opening.defer(() => rm(folder, { recursive: true, force: true }));
  const settings = readSettings({ FRONTDESK_DATA: folder, RECOGNIZER_WORKERS: "1", ...env });
  const telemetry = countingTelemetry();
  const secrets = opening.use(await openSecrets({ settings, telemetry }));
  const speech = opening.use(await openSpeech({ settings, secrets, practices: [], telemetry }));
  const speaker = await openSpeaker();
  const heard: string[] = [];
  const stream = speech.recognizer.open({
    heard: ({ text, final }) => final && heard.push(text),
    lost: () => expect.unreachable(),
  });
  opening.defer(() => stream.close());
  stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
  const opened = opening.move();
  return {
    heard,
    stream,
    synthesizer: speech.synthesizer,
    telemetry,
    framesOf: (words: string) => speaker(words, { voice: "rms" }),
    say(words: string) {
      for (const frame of this.framesOf(words)) stream.push(frame);
      stream.finish();
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

test("with a key Deepgram hears the caller; when it goes away, the call is heard all the same", async () => {
  await using server = await startDeepgram({
    key: "a-key",
    hear: async () => "words of the vendor",
    voice: toneSynthesizer(),
  });
  await using caller = await asked({ DEEPGRAM_API_KEY: "a-key", DEEPGRAM_URL: server.address });
  caller.say("no thank you");
  await expect.poll(() => caller.heard, { timeout: 5_000 }).toEqual(["words of the vendor"]);
  server.listen.setFault("unauthorized");
  server.listen.drop();
  caller.say("yes please");
  await expect.poll(() => caller.heard[1], { timeout: 10_000 }).toBe("yes please");
  expect(caller.telemetry.counted("recognizer_switches_total")).toBe(1);
}, 30_000);

test("hot: the embedded recognizer has heard everything already when Deepgram goes away in the middle of an utterance", async () => {
  await using server = await startDeepgram({ key: "a-key", hear: async () => "", voice: toneSynthesizer() });
  await using caller = await asked({
    RECOGNIZER_STANDBY: "hot",
    VOICE: "embedded",
    DEEPGRAM_API_KEY: "a-key",
    DEEPGRAM_URL: server.address,
  });
  const { heard, stream, telemetry } = caller;
  await expect.poll(() => server.listen.visits.length).toBe(1);
  const frames = caller.framesOf("yes please");
  const middle = Math.floor(frames.length / 2);
  for (const frame of frames.slice(0, middle)) stream.push(frame);
  server.listen.setFault("unauthorized");
  server.listen.drop();
  await expect.poll(() => telemetry.counted("recognizer_switches_total")).toBe(1);
  for (const frame of frames.slice(middle)) stream.push(frame);
  stream.finish();
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["yes please"]);
  expect(telemetry.counted("recognizer_answers_total", { source: "embedded" })).toBe(1);
}, 30_000);

test("a second vendor hears and speaks when it is named; when it goes away, the embedded parts do", async () => {
  await using server = await startOpenAiAudio({
    key: null,
    hear: async () => "words of the second vendor",
    voice: toneSynthesizer(),
  });
  await using caller = await asked({
    RECOGNIZER: "openai",
    VOICE: "openai",
    OPENAI_SPEECH_URL: server.address,
  });
  const { heard, synthesizer, telemetry } = caller;
  const spokenBy = async (voice: string) => {
    const before = telemetry.counted("syntheses_total", { voice });
    for await (const _ of synthesizer.speak(hide("Hello."), { fixed: false, signal: never }));
    return telemetry.counted("syntheses_total", { voice }) > before;
  };
  caller.say("yes please");
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["words of the second vendor"]);
  expect(await spokenBy("openai")).toBe(true);
  server.setFault("refuse");
  caller.say("yes please");
  await expect.poll(() => heard[1], { timeout: 10_000 }).toBe("yes please");
  expect(await spokenBy("embedded")).toBe(true);
}, 30_000);
