// npm run bench -- endpointing: how soon turns end, and how often too soon, with a recognizer that is never wrong.
import { parseArgs } from "node:util";
import { percentile } from "./load/figures.ts";
import { type HeardAnswer, hearAnswer } from "./voice/heard-answer.ts";
import { atLevel, pinkNoise, seededRandom } from "./voice/line-noise.ts";
import { type SpokenAnswer, speakAnswers } from "./voice/spoken-answers.ts";

const help = `Usage: npm run bench -- endpointing [--json]

Spoken answers with pauses over four lines, heard by a recognizer that is never wrong.`;

interface Line {
  readonly name: string;
  readonly noiseDb: number;
  readonly loss: number;
  readonly jitterMs: number;
  readonly hypotheses: boolean;
}

const lines: readonly Line[] = [
  { name: "clean", noiseDb: -66, loss: 0, jitterMs: 0, hypotheses: true },
  { name: "pink noise 15 dB", noiseDb: -39, loss: 0, jitterMs: 0, hypotheses: true },
  { name: "3 % loss, jitter", noiseDb: -60, loss: 0.03, jitterMs: 100, hypotheses: true },
  { name: "clean, finals only", noiseDb: -66, loss: 0, jitterMs: 0, hypotheses: false },
];

interface Row {
  readonly line: string;
  readonly kind: string;
  readonly turns: number;
  /** From the true end of the caller's sound to the end of the turn, of turns that were not cut off. */
  readonly gapMs: string;
  readonly cutOff: number;
  readonly lost: number;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(help);
  const spoken = await speakAnswers(["rms", "awb", "slt"]);
  const rows = lines.flatMap((line) => measure(line, spoken));
  if (values.json) console.log(JSON.stringify(rows));
  else console.table(rows);
}

function measure(line: Line, spoken: readonly SpokenAnswer[]): Row[] {
  const heard = spoken.map((one) => {
    const noise = atLevel(pinkNoise(one.samples.length, seededRandom(7)), line.noiseDb);
    return { one, heard: hearAnswer(one, { ...line, noise }) };
  });
  const kinds = [...new Set(spoken.map(({ answer }) => answer.kind))];
  return [...kinds, "all"].map((kind) => {
    return rowOf(
      line.name,
      kind,
      heard.filter(({ one }) => kind === "all" || one.answer.kind === kind),
    );
  });
}

function rowOf(
  line: string,
  kind: string,
  heard: readonly { readonly one: SpokenAnswer; readonly heard: HeardAnswer }[],
): Row {
  const gaps: number[] = [];
  let cutOff = 0;
  let lost = 0;
  for (const { one, heard: answer } of heard) {
    const [first] = answer.turns;
    const all = answer.turns.map(({ text }) => text).join(" ");
    if (all !== one.words.map(({ word }) => word).join(" ")) lost++;
    if (first !== undefined && first.atMs < one.toMs) cutOff++;
    else if (first !== undefined) gaps.push(first.atMs - one.toMs);
  }
  const at = (share: number) => Math.round(percentile(gaps, share));
  return { line, kind, turns: heard.length, gapMs: `${at(0.5)} / ${at(0.95)}`, cutOff, lost };
}
