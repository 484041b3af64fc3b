// npm run bench -- understanding: how much of what callers say is understood, beside the libraries one would take instead.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Score, Section } from "./understanding/section.ts";

const help = `Accuracy and speed of the parsers on development corpora, beside other libraries.
Options: --corpus DIR (../shared/corpora), --only when,reply,acts,identity,addresses, --held (every fourth row only), --json`;

const corpora = ["when", "reply", "acts", "identity", "addresses"] as const;

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(help);
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const directory = resolve(option("--corpus") ?? join(import.meta.dirname, "../../shared/corpora"));
  const only = option("--only")?.split(",") ?? corpora;
  const sections: Section[] = [];
  for (const corpus of corpora.filter((name) => only.includes(name))) {
    const section = await measure(corpus, directory, args.includes("--held"));
    if (section === null) continue;
    sections.push(section);
    if (!args.includes("--json")) print(section);
  }
  if (args.includes("--json")) console.log(JSON.stringify({ sections }));
}

/** Null when the corpus is not there, which is said on standard error so that `--json` stays one object. */
async function measure(corpus: string, directory: string, held: boolean): Promise<Section | null> {
  const file = join(directory, `${corpus}.jsonl`);
  if (!existsSync(file)) {
    console.error(`${corpus}: skipped, there is no ${file}`);
    return null;
  }
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
  const { score }: { score: Score } = await import(`./understanding/${corpus}.ts`);
  return score(held ? rows.filter((_, index) => index % 4 === 3) : rows);
}

function print(section: Section): void {
  console.log(`\n${section.corpus} (${section.rows} rows)`);
  console.table(
    section.figures.map(({ contender, measure: what, value, wrong, none, count }) => ({
      contender,
      measure: what,
      "%": percent(value),
      "wrong %": wrong === undefined ? "" : percent(wrong),
      "no answer %": none === undefined ? "" : percent(none),
      of: count,
    })),
  );
  console.table(
    section.speeds.map(({ contender, meanMicroseconds, p50Microseconds, p99Microseconds }) => ({
      contender,
      "mean µs": Math.round(meanMicroseconds),
      "p50 µs": Math.round(p50Microseconds),
      "p99 µs": Math.round(p99Microseconds),
    })),
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
