// npm run bench -- asides: what coughs, "mm-hm" and real interruptions do to a prompt, with the embedded recognizer.
import { parseArgs } from "node:util";
import { loadPractice } from "../src/practices/load-practice.ts";
import { type Random, seededRandom } from "../src/sim/random.ts";
import { backChannelWords, hummed } from "../src/sim/spoken-manners.ts";
import { cough } from "../src/sim/voices/cough.ts";
import { murmur } from "../src/sim/voices/murmur.ts";
import { voiceTable } from "../src/sim/voices/voice-table.ts";
import { openVoices } from "../src/sim/voices/voices.ts";
import { areaHints } from "../src/speech/area-hints.ts";
import { grammarRequest } from "../src/speech/grammar/grammar-request.ts";
import { SpeechDecoder } from "../src/speech/recognition/speech-decoder.ts";
import { percentile, tableLines } from "./load/figures.ts";
import { type CallerSentence, callerSentences } from "./voice/caller-sentences.ts";
import { heardIn, speakOver, type WhatCameOfIt } from "./voice/spoken-over.ts";

const help = `Usage: npm run bench -- asides [--each 3] [--seed 1] [--wrong] [--json]

At every question of the clinic's callers, 0.9 to 2.2 s into it: coughs, "uh-huh", "okay", "right" and "mm-hm", and the answers
themselves. Everything is in virtual time, so that the shares hold on a busy machine too. --each is how many of each kind at a
question; --wrong shows what was taken for an answer, and which answers were passed over.`;

const INTO_MS = [900, 2_200] as const;

type Kind = "cough" | "interruption" | (typeof backChannelWords)[number];

interface Tried extends WhatCameOfIt {
  readonly kind: Kind;
  readonly purpose: string;
  readonly said: string;
}

interface Row {
  readonly kind: Kind;
  readonly of: number;
  readonly stopped: number;
  readonly clearedMs: readonly number[];
  readonly resumedMs: readonly number[];
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      each: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      wrong: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const tried = await tryAll(Number(values.each), seededRandom(Number(values.seed)));
  const kinds: readonly Kind[] = ["cough", ...backChannelWords, "interruption"];
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      tried.filter((one) => one.kind === kind),
    ),
  );
  if (values.json) console.log(JSON.stringify(rows));
  else for (const line of table(rows)) console.log(line);
  if (values.wrong)
    for (const one of tried.filter(isWrong)) console.log(one.kind, one.purpose, one.said, one.turn);
}

async function tryAll(each: number, random: Random): Promise<readonly Tried[]> {
  const practice = await loadPractice("practices", "clinic");
  const sentences = await callerSentences(practice, 1);
  const byPurpose = Map.groupBy(sentences, ({ purpose }) => purpose);
  const decoder = await SpeechDecoder.open();
  const voices = openVoices();
  const area = areaHints([practice]);
  const pickVoice = () => random.pick(Object.keys(voiceTable));
  const soundOf = async (kind: Kind, { text }: CallerSentence): Promise<Uint8Array> => {
    if (kind === "cough") return cough(random);
    if (kind === hummed) return murmur(random);
    return voices.say(kind === "interruption" ? text : kind, pickVoice());
  };
  const tried: Tried[] = [];
  try {
    for (const [purpose, those] of byPurpose)
      for (const kind of ["cough", ...backChannelWords, "interruption"])
        for (let one = 0; one < each; one++) {
          const sentence = random.pick(those);
          decoder.use(grammarRequest(sentence.expectation, area));
          const came = speakOver({
            prompt: sentence.previous,
            heardCharacters: heardIn(random.between(...INTO_MS)),
            expectation: sentence.expectation,
            sound: await soundOf(kind, sentence),
            recognize: (sound) => decoder.decode(sound),
          });
          tried.push({ kind, purpose, said: kind === "interruption" ? sentence.text : kind, ...came });
        }
  } finally {
    await voices.close();
    decoder.close();
  }
  return tried;
}

/** An interruption should become a turn, and nothing else should. */
function isWrong({ kind, turn }: Tried): boolean {
  return (kind === "interruption") === (turn === null);
}

function rowOf(kind: Kind, tried: readonly Tried[]): Row {
  return {
    kind,
    of: tried.length,
    stopped: tried.filter(({ turn }) => turn !== null).length,
    clearedMs: spread(tried.flatMap(({ clearedMs }) => clearedMs ?? [])),
    resumedMs: spread(tried.flatMap(({ resumedMs }) => resumedMs ?? [])),
  };
}

function spread(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [] : [percentile(values, 0.5), percentile(values, 0.95)];
}

function table(rows: readonly Row[]): string[] {
  return tableLines([
    ["", "tried", "stopped us for good", "cleared after ms, median / p95", "went on after ms, median / p95"],
    ...rows.map(({ kind, of, stopped, clearedMs, resumedMs }) => [
      kind,
      String(of),
      `${((100 * stopped) / of).toFixed(1)} %`,
      clearedMs.join(" / "),
      resumedMs.join(" / "),
    ]),
  ]);
}
