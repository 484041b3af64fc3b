// npm run bench -- recognition: how much of what simulated callers say the embedded recognizer gets right, and its cost.
import { type Expectation, nothingExpected } from "../src/core/language/expectation.ts";
import { understand } from "../src/core/language/understand.ts";
import type { Circumstances, Understanding } from "../src/core/language/understanding.ts";
import type { FliteSettings } from "../src/speech/flite/flite.ts";
import { grammarRequest } from "../src/speech/grammar/grammar-request.ts";
import { type Decoded, SpeechDecoder } from "../src/speech/recognition/speech-decoder.ts";
import { openSpeaker } from "../src/speech/testing/spoken-frames.ts";
import { everyVoice, measureCallerAnswers } from "./voice/caller-answers.ts";
import { measureFirstWords } from "./voice/first-words.ts";
import { addPinkNoise, seededRandom } from "./voice/line-noise.ts";
import { emergencySets, type PhraseSet, phraseSets, strangeSets } from "./voice/recognition-phrases.ts";
import { measureTiming } from "./voice/recognition-timing.ts";
import { measureRecognizedCalls } from "./voice/recognized-calls.ts";

const voices: readonly FliteSettings[] = [
  { voice: "rms" },
  { voice: "awb" },
  { voice: "kal16" },
  { voice: "rms", stretch: 1.15, pitchHz: 85 },
  { voice: "rms", stretch: 0.95, pitchHz: 125 },
  { voice: "awb", stretch: 1.1, pitchHz: 160 },
];
/** Signal to noise; null = a clean line. */
const conditions: readonly (number | null)[] = [null, 20, 10];
/** An answer below this confidence counts as rejected: it would be asked again. */
const BELIEVED = 0.55;

interface Figures {
  readonly set: string;
  readonly snrDb: number | null;
  readonly right: number;
  readonly of: number;
  /** Heard as an emergency. */
  readonly alarms: number;
  readonly cpuSeconds: number;
  readonly soundSeconds: number;
}

function together(one: Figures, other: Figures): Figures {
  return {
    ...one,
    right: one.right + other.right,
    of: one.of + other.of,
    alarms: one.alarms + other.alarms,
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    soundSeconds: one.soundSeconds + other.soundSeconds,
  };
}

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    console.log(
      "Options: --json, --voices N (of 6), --only 'set,set', --clean (no noise), --wrong (shows what was misheard)\n" +
        "--callers: all that the simulated callers say at each question; with --seeds N (calls of each caller),\n" +
        "  --voices rob,ken, --only 'ask:name,readBack', --noise DB (speech over pink noise)\n" +
        "--first: what callers begin with, with --voices and --only 'cancel,status'\n" +
        "--calls: whole calls of the simulated callers without a line and without time, with --repeat N, --seed N and\n" +
        "  --only 'clinic,new-patient'\n" +
        "--timing: how long after the last sound the words are there, with --calls N at the same time, --workers N,\n" +
        "  --sentences N (of each call)",
    );
    return;
  }
  const option = (name: string) => args[args.indexOf(name) + 1] ?? "";
  const only = args.includes("--only") ? option("--only").split(",") : null;
  const number = (name: string, otherwise: number) =>
    args.includes(name) ? Number(option(name)) : otherwise;
  if (args.includes("--timing"))
    return await measureTiming({
      calls: number("--calls", 5),
      sentencesEach: number("--sentences", 8),
      workers: number("--workers", 2),
      voices: everyVoice,
    });
  if (args.includes("--callers")) {
    const seeds = number("--seeds", 12);
    const voices = args.includes("--voices") ? option("--voices").split(",") : everyVoice;
    const noiseDb = args.includes("--noise") ? number("--noise", 0) : null;
    return await measureCallerAnswers({ seeds, voices, only, noiseDb });
  }
  if (args.includes("--calls"))
    return await measureRecognizedCalls({ repeat: number("--repeat", 1), seed: number("--seed", 1), only });
  if (args.includes("--first"))
    return await measureFirstWords({
      voices: args.includes("--voices") ? option("--voices").split(",") : everyVoice,
      only,
    });
  const speakers = voices.slice(0, number("--voices", voices.length));
  const sets = [...phraseSets, ...emergencySets, ...strangeSets].filter(
    (set) => only === null || only.includes(set.name),
  );
  const names = [...new Set(sets.map((set) => set.name))];
  const decoder = await SpeechDecoder.open();
  const say = await openSpeaker();
  const all: Figures[] = [];
  for (const name of names)
    for (const snrDb of args.includes("--clean") ? [null] : conditions) {
      const figures = sets
        .filter((set) => set.name === name)
        .map((set) => measure({ decoder, say, set, snrDb, speakers, showWrong: args.includes("--wrong") }))
        .reduce(together);
      all.push(figures);
      if (!args.includes("--json")) print(figures);
    }
  if (args.includes("--json")) console.log(JSON.stringify(all));
}

interface Setting {
  readonly decoder: SpeechDecoder;
  readonly say: Awaited<ReturnType<typeof openSpeaker>>;
  readonly set: PhraseSet;
  readonly snrDb: number | null;
  readonly speakers: readonly FliteSettings[];
  readonly showWrong: boolean;
}

function measure({ decoder, say, set, snrDb, speakers, showWrong }: Setting): Figures {
  decoder.use(grammarRequest(set.expectation));
  const random = seededRandom(1);
  let [right, of, alarms, cpuSeconds, soundSeconds] = [0, 0, 0, 0, 0];
  for (const phrase of set.phrases)
    for (const voice of speakers) {
      const said = Buffer.concat(say(phrase, voice));
      const sound = snrDb === null ? said : addPinkNoise(said, snrDb, random);
      const before = process.cpuUsage();
      const heard = decoder.decode(sound);
      const { user, system } = process.cpuUsage(before);
      cpuSeconds += (user + system) / 1e6;
      soundSeconds += sound.length / 8_000;
      of += 1;
      if (alarming(heard.text)) alarms += 1;
      if (isRight(heard, phrase, set)) right += 1;
      else if (showWrong)
        console.log(`  ${phrase} (${voice.voice}) -> ${heard.text} ${heard.confidence.toFixed(2)}`);
    }
  return { set: set.name, snrDb, right, of, alarms, cpuSeconds, soundSeconds };
}

function isRight(heard: Decoded, phrase: string, set: PhraseSet): boolean {
  if (strangeSets.includes(set)) return heard.confidence < BELIEVED;
  if (emergencySets.includes(set)) return alarming(heard.text);
  return meaning(heard.text, set) === meaning(phrase, set);
}

function alarming(text: string): boolean {
  return understoodAs(text, nothingExpected).redFlag !== null;
}

/** What the parsers make of it: two texts that mean the same are equally right. */
function meaning(text: string, set: PhraseSet): string {
  const { readings, reply, redFlag } = understoodAs(text, set.expectation);
  const values = readings.map(({ kind, value }) => `${kind}:${JSON.stringify(value)}`).sort();
  return JSON.stringify([
    values,
    reply,
    redFlag?.category ?? null,
    values.length === 0 && reply === null ? text : "",
  ]);
}

function understoodAs(text: string, expectation: Expectation): Understanding {
  const circumstances: Circumstances = {
    expectation,
    previous: "",
    reference: Temporal.PlainDateTime.from("2026-03-02T10:00"),
    timeZone: "America/Los_Angeles",
    opening: { from: Temporal.PlainTime.from("08:00"), to: Temporal.PlainTime.from("17:00") },
  };
  return understand({ text, alternatives: [text] }, circumstances);
}

function print({ set, snrDb, right, of, alarms, cpuSeconds, soundSeconds }: Figures): void {
  const line = snrDb === null ? "clean" : `${snrDb} dB`;
  const percent = `${Math.round((100 * right) / of)} %`;
  console.log(
    `${set.padEnd(24)}${line.padEnd(8)}${percent.padStart(6)}  of ${String(of).padEnd(5)} alarms ${String(alarms).padEnd(4)} ${(cpuSeconds / soundSeconds).toFixed(3)} of real time`,
  );
}
