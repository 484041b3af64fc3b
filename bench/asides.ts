// npm run bench -- asides: what coughs, "mm-hm" and real interruptions do to a prompt, with the embedded recognizer.
import { parseArgs } from "node:util";
import type { FieldKind } from "../src/core/language/expectation.ts";
import { type Random, seededRandom } from "../src/sim/random.ts";
import { backChannelWords, hummed } from "../src/sim/spoken-manners.ts";
import { cough } from "../src/sim/voices/cough.ts";
import { murmur } from "../src/sim/voices/murmur.ts";
import { voiceTable } from "../src/sim/voices/voice-table.ts";
import { percent, percentile, tableLines } from "./load/figures.ts";
import { namesIn } from "./load/names-in.ts";
import { type MeasuredLine, measuredLines } from "./turn-taking/measured-lines.ts";
import type { CallerSentence } from "./voice/caller-sentences.ts";
import { SpokenQuestions } from "./voice/spoken-questions.ts";
import type { WhatCameOfIt } from "./voice/virtual-line.ts";

type LineName = MeasuredLine["id"];
const lineNames = measuredLines.map(({ id }) => id);

const help = `Usage: npm run bench -- asides [--line clean,noise,loss] [--only KIND,...] [--each 3] [--seed 1] [--wrong] [--json]

At every question of the clinic's callers, 0.9 to 2.2 s into it: coughs, "uh-huh", "okay", "right" and "mm-hm", the answers
themselves, and the shortest ones ("Seven.", "No."). The same voice has said something before. Lines: clean; noise 15 dB below the
voice; 3 % of the frames lost, each up to 100 ms late. Everything is in virtual time, so that the shares hold on a busy
machine too. --each is how many of each kind at a question; --wrong shows what was taken for an answer, and which answers
were passed over or not understood.`;

const INTO_MS = [900, 2_200] as const;
/** Answers with the least sound. */
const shortAnswers: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  yesNo: ["Yes.", "No."],
  pain: ["Seven.", "Six.", "Two.", "Eight out of ten."],
};

const kinds = ["cough", ...backChannelWords, "interruption", "short answer"] as const;
type Kind = (typeof kinds)[number];

interface Tried extends WhatCameOfIt {
  readonly line: LineName;
  readonly kind: Kind;
  readonly purpose: string;
  readonly said: string;
}

interface Row {
  readonly line: LineName;
  readonly kind: Kind;
  readonly of: number;
  /** Those that became a turn, or were asked for again. */
  readonly stopped: number;
  /** Those that became a turn. */
  readonly heard: number;
  readonly clearedMs: readonly number[];
  readonly resumedMs: readonly number[];
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      line: { type: "string", default: lineNames.join(",") },
      only: { type: "string", default: kinds.join(",") },
      each: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      wrong: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const wanted = namesIn(values.line, lineNames);
  const tried: Tried[] = [];
  for (const line of measuredLines.filter(({ id }) => wanted.includes(id)))
    tried.push(
      ...(await tryAll({
        line,
        only: namesIn(values.only, kinds),
        each: Number(values.each),
        seed: Number(values.seed),
      })),
    );
  const rows = wanted.flatMap((line) =>
    kinds.flatMap((kind) => rowOf(tried.filter((one) => one.line === line && one.kind === kind))),
  );
  if (values.json) console.log(JSON.stringify(rows));
  else for (const line of table(rows)) console.log(line);
  if (values.wrong)
    for (const { line, kind, purpose, said, turn, clearedMs } of tried.filter(isWrong))
      console.log(line, kind, purpose, said, turn, clearedMs);
}

interface Plan {
  readonly line: MeasuredLine;
  readonly only: readonly Kind[];
  readonly each: number;
  readonly seed: number;
}

async function tryAll({ line, only, each, seed }: Plan): Promise<readonly Tried[]> {
  const random = seededRandom(seed);
  await using questions = await SpokenQuestions.open(seed);
  const soundOf = async (kind: Kind, said: string, voice: string): Promise<Uint8Array> => {
    if (kind === "cough") return cough(random);
    return kind === hummed ? murmur(random) : questions.voices.say(said, voice);
  };
  const tried: Tried[] = [];
  for (const [purpose, those] of questions.byPurpose)
    for (const kind of only)
      for (let one = 0; one < each; one++) {
        const sentence = random.pick(those);
        const said = sayingOf(kind, sentence, random);
        if (said === null) continue;
        const voice = random.pick(Object.keys(voiceTable));
        const intoMs = random.between(...INTO_MS);
        const sound = await soundOf(kind, said, voice);
        const came = await questions.hear({ sentence, voice, sound, intoMs, line });
        tried.push({ line: line.id, kind, purpose, said, ...came });
      }
  return tried;
}

/** Null where nothing of the kind can be said to the question. */
function sayingOf(kind: Kind, { text, expectation }: CallerSentence, random: Random): string | null {
  if (kind === "interruption") return text;
  if (kind !== "short answer") return kind;
  const [likeliest] = expectation.asked;
  const answers = likeliest === undefined ? undefined : shortAnswers[likeliest];
  return answers === undefined ? null : random.pick(answers);
}

/** Answers should be heard as a turn, and nothing else should be one, nor be asked for again. */
function isWrong({ kind, turn }: Tried): boolean {
  return isAnswer(kind) ? turn === null || turn === "?" : turn !== null;
}

function isAnswer(kind: Kind): boolean {
  return kind === "interruption" || kind === "short answer";
}

function rowOf(tried: readonly Tried[]): Row[] {
  const [first] = tried;
  if (first === undefined) return [];
  return [
    {
      line: first.line,
      kind: first.kind,
      of: tried.length,
      stopped: tried.filter(({ turn }) => turn !== null).length,
      heard: tried.filter(({ turn }) => turn !== null && turn !== "?").length,
      clearedMs: spread(tried.flatMap(({ clearedMs }) => clearedMs ?? [])),
      resumedMs: spread(tried.flatMap(({ resumedMs }) => resumedMs ?? [])),
    },
  ];
}

function spread(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [] : [percentile(values, 0.5), percentile(values, 0.95)];
}

function table(rows: readonly Row[]): string[] {
  const head = ["line", "", "tried", "stopped us for good", "heard", "cleared after ms", "went on after ms"];
  return tableLines([
    head,
    ...rows.map(({ line, kind, of, stopped, heard, clearedMs, resumedMs }) => [
      line,
      kind,
      String(of),
      percent(stopped, of),
      percent(heard, of),
      clearedMs.join(" / "),
      resumedMs.join(" / "),
    ]),
  ]);
}
