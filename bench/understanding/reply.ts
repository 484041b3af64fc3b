// Yes, no or neither, in answers to confirmations and offers: ours, and Microsoft's recognizer of choices.
import { createRequire } from "node:module";
import { nothingExpected } from "../../src/core/language/expectation.ts";
import { understand } from "../../src/core/language/understand.ts";
import { type Figure, type Section, Stopwatch } from "./section.ts";

interface Row {
  readonly text: string;
  readonly previous: string;
  readonly reply: "yes" | "no" | "neither";
}

type Contender = (row: Row) => "yes" | "no" | null;

export async function score(rows: readonly Record<string, unknown>[]): Promise<Section> {
  const contenders: [string, Contender][] = [
    ["ours", ours],
    ["recognizers-text", recognizers],
  ];
  const figures: Figure[] = [];
  const speeds = contenders.map(([name, contender]) => {
    const watch = new Stopwatch();
    figures.push(
      ...tally(name, (row) => watch.time(() => contender(row)), rows as unknown as readonly Row[]),
    );
    return watch.speed(name);
  });
  return { corpus: "reply", rows: rows.length, figures, speeds };
}

function tally(name: string, contender: Contender, rows: readonly Row[]): readonly Figure[] {
  const seen = { right: 0, wrong: 0, none: 0, fired: 0, quiet: 0 };
  for (const row of rows) {
    const reply = contender(row);
    if (row.reply === "neither") seen[reply === null ? "quiet" : "fired"] += 1;
    else if (reply === null) seen.none += 1;
    else seen[reply === row.reply ? "right" : "wrong"] += 1;
  }
  const asked = Math.max(1, seen.right + seen.wrong + seen.none);
  const neither = Math.max(1, seen.fired + seen.quiet);
  return [
    {
      contender: name,
      measure: "yes/no right",
      value: seen.right / asked,
      wrong: seen.wrong / asked,
      none: seen.none / asked,
      count: asked,
    },
    { contender: name, measure: "fired on neither", value: seen.fired / neither, count: neither },
  ];
}

const reference = Temporal.PlainDateTime.from("2019-03-01T09:00");

function ours(row: Row): "yes" | "no" | null {
  const circumstances = {
    expectation: nothingExpected,
    previous: row.previous,
    reference,
    timeZone: "America/Los_Angeles",
    opening: null,
  };
  return understand({ text: row.text, alternatives: [] }, circumstances).reply;
}

interface Recognizers {
  recognizeBoolean(
    text: string,
    culture: string,
  ): readonly { resolution: { value: boolean; score: number } }[];
}

const suite: Recognizers = createRequire(import.meta.url)("@microsoft/recognizers-text-suite");

function recognizers(row: Row): "yes" | "no" | null {
  const [first] = suite.recognizeBoolean(row.text, "en-us");
  if (first === undefined) return null;
  return first.resolution.value ? "yes" : "no";
}
