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

test("with a key Deepgram hears the caller; when it goes away, the call is heard all the same", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-speech-"));
  await using server = await startDeepgram({
    key: "a-key",
    hear: async () => "words of the vendor",
    voice: toneSynthesizer(),
  });
  const settings = readSettings({
    FRONTDESK_DATA: folder,
    RECOGNIZER_WORKERS: "1",
    DEEPGRAM_API_KEY: "a-key",
    DEEPGRAM_URL: server.address,
  });
  const telemetry = countingTelemetry();
  const heard: string[] = [];
  {
    await using speech = await openSpeech({
      settings,
      secrets: await openSecrets({ settings, telemetry }),
      practices: [],
      telemetry,
    });
    const stream = speech.recognizer.open({
      heard: ({ text, final }) => final && heard.push(text),
      lost: () => expect.unreachable(),
    });
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
    const speaker = await openSpeaker();
    for (const frame of speaker("no thank you", { voice: "rms" })) stream.push(frame);
    stream.finish();
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["words of the vendor"]);
    server.listen.setFault("unauthorized");
    server.listen.drop();
    for (const frame of speaker("yes please", { voice: "rms" })) stream.push(frame);
    stream.finish();
    await expect.poll(() => heard[1], { timeout: 10_000 }).toBe("yes please");
    expect(telemetry.counted("recognizer_switches_total")).toBe(1);
    stream.close();
  }
  await rm(folder, { recursive: true, force: true });
}, 30_000);

test("hot: the embedded recognizer has heard everything already when Deepgram goes away in the middle of an utterance", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-speech-"));
  await using server = await startDeepgram({ key: "a-key", hear: async () => "", voice: toneSynthesizer() });
  const settings = readSettings({
    FRONTDESK_DATA: folder,
    RECOGNIZER_WORKERS: "1",
    RECOGNIZER_STANDBY: "hot",
    VOICE: "embedded",
    DEEPGRAM_API_KEY: "a-key",
    DEEPGRAM_URL: server.address,
  });
  const telemetry = countingTelemetry();
  const heard: string[] = [];
  {
    const secrets = await openSecrets({ settings, telemetry });
    await using speech = await openSpeech({ settings, secrets, practices: [], telemetry });
    const speaker = await openSpeaker();
    const stream = speech.recognizer.open({
      heard: ({ text, final }) => final && heard.push(text),
      lost: () => expect.unreachable(),
    });
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
    await expect.poll(() => server.listen.visits.length).toBe(1);
    const frames = speaker("yes please", { voice: "rms" });
    const middle = Math.floor(frames.length / 2);
    for (const frame of frames.slice(0, middle)) stream.push(frame);
    server.listen.setFault("unauthorized");
    server.listen.drop();
    await expect.poll(() => telemetry.counted("recognizer_switches_total")).toBe(1);
    for (const frame of frames.slice(middle)) stream.push(frame);
    stream.finish();
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["yes please"]);
    expect(telemetry.counted("recognizer_answers_total", { source: "embedded" })).toBe(1);
    stream.close();
  }
  await rm(folder, { recursive: true, force: true });
}, 30_000);

test("a second vendor hears and speaks when it is named; when it goes away, the embedded parts do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-speech-"));
  await using server = await startOpenAiAudio({
    key: null,
    hear: async () => "words of the second vendor",
    voice: toneSynthesizer(),
  });
  const settings = readSettings({
    FRONTDESK_DATA: folder,
    RECOGNIZER_WORKERS: "1",
    RECOGNIZER: "openai",
    VOICE: "openai",
    OPENAI_SPEECH_URL: server.address,
  });
  const telemetry = countingTelemetry();
  const heard: string[] = [];
  {
    const secrets = await openSecrets({ settings, telemetry });
    await using speech = await openSpeech({ settings, secrets, practices: [], telemetry });
    const speaker = await openSpeaker();
    const stream = speech.recognizer.open({
      heard: ({ text, final }) => final && heard.push(text),
      lost: () => expect.unreachable(),
    });
    const say = (words: string) => {
      for (const frame of speaker(words, { voice: "rms" })) stream.push(frame);
      stream.finish();
    };
    const speak = async () => {
      for await (const _ of speech.synthesizer.speak(hide("Hello."), { fixed: false, signal: never }));
    };
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
    say("yes please");
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["words of the second vendor"]);
    await speak();
    expect(telemetry.counted("syntheses_total", { voice: "openai" })).toBeGreaterThan(0);
    server.setFault("refuse");
    say("yes please");
    await expect.poll(() => heard[1], { timeout: 10_000 }).toBe("yes please");
    const before = telemetry.counted("syntheses_total", { voice: "embedded" });
    await speak();
    expect(telemetry.counted("syntheses_total", { voice: "embedded" })).toBeGreaterThan(before);
    stream.close();
  }
  await rm(folder, { recursive: true, force: true });
}, 30_000);
