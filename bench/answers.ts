// npm run bench -- answers: how soon answers are taken for whole, and how often too soon, with the embedded recognizer.
import { parseArgs } from "node:util";
import { seededRandom } from "../src/sim/random.ts";
import { voiceTable } from "../src/sim/voices/voice-table.ts";
import { percent, percentile, tableLines } from "./load/figures.ts";
import { namesIn } from "./load/names-in.ts";
import { type MeasuredLine, measuredLines } from "./turn-taking/measured-lines.ts";
import { sameWords } from "./turn-taking/same-words.ts";
import { SpokenQuestions } from "./voice/spoken-questions.ts";

const lineNames = measuredLines.map(({ id }) => id);

const help = `Usage: npm run bench -- answers [--line clean,noise,loss] [--each 5] [--seed 1] [--slow MS] [--json]

What the clinic's callers say to every question, after it: how long after the end of the sound the turn is over. Lines: clean;
noise 15 dB below the voice; 3 % of the frames lost, each up to 100 ms late. Everything is in virtual time, so that the gaps
hold on a busy machine too; decoding counts as 6 % of the length of the sound, and our own voice is not in them. --each is how
many answers to a question; --slow shows those that were waited for longer, and those that were over in the middle.`;

interface Answered {
  readonly line: MeasuredLine["id"];
  readonly purpose: string;
  readonly voice: string;
  readonly said: string;
  readonly heard: string | null;
  /** Negative where the turn was over before the sound was; null where it never was. */
  readonly gapMs: number | null;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      line: { type: "string", default: lineNames.join(",") },
      each: { type: "string", default: "5" },
      seed: { type: "string", default: "1" },
      slow: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const wanted = namesIn(values.line, lineNames);
  const answered: Answered[] = [];
  for (const line of measuredLines.filter(({ id }) => wanted.includes(id)))
    answered.push(...(await answersOn(line, Number(values.each), Number(values.seed))));
  if (values.json) return console.log(JSON.stringify(answered));
  const rows = wanted.map((id) => rowOf(answered.filter(({ line }) => line === id)));
  const head = ["line", "answers", "gap, median / p95 ms", "of right words", "words wrong", "over too soon"];
  for (const line of tableLines([head, ...rows])) console.log(line);
  if (values.slow === undefined) return;
  for (const one of answered.filter(
    ({ gapMs }) => gapMs === null || gapMs < 0 || gapMs > Number(values.slow),
  ))
    console.log(one.line, one.gapMs, one.purpose, one.voice, one.said, "->", one.heard);
}

async function answersOn(line: MeasuredLine, each: number, seed: number): Promise<readonly Answered[]> {
  const random = seededRandom(seed);
  await using questions = await SpokenQuestions.open(seed);
  const answered: Answered[] = [];
  for (const [purpose, those] of questions.byPurpose)
    for (let one = 0; one < each; one++) {
      const sentence = random.pick(those);
      const voice = random.pick(Object.keys(voiceTable));
      const sound = await questions.voices.say(sentence.text, voice);
      const { turn, decidedMs } = await questions.hear({ sentence, voice, sound, intoMs: null, line });
      answered.push({ line: line.id, purpose, voice, said: sentence.text, heard: turn, gapMs: decidedMs });
    }
  return answered;
}

function rowOf(answered: readonly Answered[]): string[] {
  const right = answered.filter(({ said, heard }) => heard !== null && sameWords(said, heard));
  return [
    answered[0]?.line ?? "",
    String(answered.length),
    spread(answered),
    spread(right),
    percent(answered.length - right.length, answered.length),
    percent(answered.filter(({ gapMs }) => gapMs !== null && gapMs < 0).length, answered.length),
  ];
}

function spread(answered: readonly Answered[]): string {
  const gapsMs = answered.flatMap(({ gapMs }) => (gapMs === null || gapMs < 0 ? [] : gapMs));
  return `${percentile(gapsMs, 0.5)} / ${percentile(gapsMs, 0.95)}`;
}
