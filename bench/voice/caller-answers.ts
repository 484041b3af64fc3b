import { FRAME_BYTES, MULAW_SILENCE } from "../../src/core/audio/audio-frame.ts";
import { understand } from "../../src/core/language/understand.ts";
import { loadPractice } from "../../src/practices/load-practice.ts";
import { voiceTable } from "../../src/sim/voices/voice-table.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { areaHints } from "../../src/speech/area-hints.ts";
import { grammarRequest } from "../../src/speech/grammar/grammar-request.ts";
import { SpeechDecoder } from "../../src/speech/recognition/speech-decoder.ts";
import { TurnSound } from "../../src/speech/recognition/turn-sound.ts";
import { type CallerSentence, callerSentences } from "./caller-sentences.ts";
import { addPinkNoise, seededRandom } from "./line-noise.ts";

/** As in a call: sound from before voice activity was noticed, and up to the decision that the turn is over. */
const LEAD_FRAMES = 16;
const TAIL_FRAMES = 15;

export interface CallerAnswersOptions {
  /** Calls of each caller from which the sentences come. */
  readonly seeds: number;
  readonly voices: readonly string[];
  /** Only questions whose purpose contains one of these. */
  readonly only: readonly string[] | null;
  /** Speech over pink noise in dB; null = no noise. */
  readonly noiseDb: number | null;
}

interface Tally {
  right: number;
  of: number;
}

/**
 * Says everything that the simulated callers say, in every voice, to the recognizer with the very expectation that the
 * dialogue has at that question, and prints by question how much is understood as it was meant.
 */
export async function measureCallerAnswers({
  seeds,
  voices,
  only,
  noiseDb,
}: CallerAnswersOptions): Promise<void> {
  const practice = await loadPractice("practices", "clinic");
  const wanted = (await callerSentences(practice, seeds)).filter(
    ({ purpose }) => only === null || only.some((part) => purpose.includes(part)),
  );
  const area = areaHints([practice]);
  const speaker = openVoices();
  const decoder = await SpeechDecoder.open();
  const random = seededRandom(1);
  const onLine = (sound: Uint8Array) => (noiseDb === null ? sound : addPinkNoise(sound, noiseDb, random));
  const tallies = new Map<string, Tally>();
  for (const sentence of wanted.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1))) {
    decoder.use(grammarRequest(sentence.expectation, area));
    for (const voice of voices) {
      const { text, confidence } = decoder.decode(inCall(await speaker.say(sentence.text, voice), onLine));
      const isRight = meaning(text, sentence) === meaning(sentence.text, sentence);
      for (const key of [sentence.purpose, `voice ${voice}`, "all"]) add(tallies, key, isRight);
      if (!isRight)
        console.log(`  ${sentence.purpose} ${voice}: ${sentence.text} -> ${text} ${confidence.toFixed(2)}`);
    }
  }
  await speaker.close();
  for (const [key, { right, of }] of tallies)
    console.log(`${key.padEnd(28)}${((100 * right) / of).toFixed(1).padStart(6)} %  of ${of}`);
}

export const everyVoice: readonly string[] = Object.keys(voiceTable);

function add(tallies: Map<string, Tally>, key: string, isRight: boolean): void {
  const tally = tallies.get(key) ?? { right: 0, of: 0 };
  tallies.set(key, { right: tally.right + (isRight ? 1 : 0), of: tally.of + 1 });
}

/** Words as a turn holds them: with the silence before they were noticed and until they were over. */
export function inCall(
  words: Uint8Array,
  onLine: (sound: Uint8Array) => Uint8Array = (sound) => sound,
): Uint8Array {
  const sound = new TurnSound();
  const silence = (frames: number) => new Uint8Array(frames * FRAME_BYTES).fill(MULAW_SILENCE);
  sound.append(onLine(Buffer.concat([silence(LEAD_FRAMES), words, silence(TAIL_FRAMES)])));
  return sound.spoken(sound.speechEnd);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9' ]/g, "");
}

/** What the parsers make of it, apart from where in the text it stands. */
function meaning(text: string, { expectation, previous }: CallerSentence): string {
  const { readings, acts, reply, redFlag } = understand(
    { text, alternatives: [text] },
    {
      expectation,
      previous,
      reference: Temporal.PlainDateTime.from("2026-03-02T10:00"),
      timeZone: "America/Los_Angeles",
      opening: { from: Temporal.PlainTime.from("08:00"), to: Temporal.PlainTime.from("17:00") },
    },
  );
  const values = readings.map(({ kind, value }) => `${kind}:${JSON.stringify(value)}`).sort();
  const means = acts.map(({ kind, topic }) => `${kind}:${topic}`).sort();
  const isNothing = values.length === 0 && means.length === 0 && reply === null && redFlag === null;
  return JSON.stringify([values, means, reply, redFlag?.category, isNothing ? plain(text) : ""]);
}
