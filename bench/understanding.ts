// npm run bench -- understanding: how much of what callers say is understood, beside the libraries one would take instead.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Score, Section } from "./understanding/section.ts";

const help = `Accuracy and speed of the parsers on development corpora, beside other libraries.
Options: --corpus DIR (../shared/corpora), --only when,reply,acts,identity,addresses, --held (every fourth row only), --json`;

/** Loaded one by one: the other libraries are slow to start. */
const scorers: Readonly<Record<string, () => Promise<{ score: Score }>>> = {
  when: () => import("./understanding/when.ts"),
  reply: () => import("./understanding/reply.ts"),
  acts: () => import("./understanding/acts.ts"),
  identity: () => import("./understanding/identity.ts"),
  addresses: () => import("./understanding/addresses.ts"),
};

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(help);
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const directory = resolve(option("--corpus") ?? join(import.meta.dirname, "../../shared/corpora"));
  const only = option("--only")?.split(",") ?? Object.keys(scorers);
  const sections: Section[] = [];
  for (const [corpus, load] of Object.entries(scorers)) {
    if (!only.includes(corpus)) continue;
    const section = await measure({ corpus, load, directory, held: args.includes("--held") });
    if (section === null) continue;
    sections.push(section);
    if (!args.includes("--json")) print(section);
  }
  if (args.includes("--json")) console.log(JSON.stringify({ sections }));
}

interface Measure {
  readonly corpus: string;
  readonly load: () => Promise<{ score: Score }>;
  readonly directory: string;
  readonly held: boolean;
}

/** Null when the corpus is not there, which is said on standard error so that `--json` stays one object. */
async function measure({ corpus, load, directory, held }: Measure): Promise<Section | null> {
  const file = join(directory, `${corpus}.jsonl`);
  if (!existsSync(file)) {
    console.error(`${corpus}: skipped, there is no ${file}`);
    return null;
  }
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
  const { score } = await load();
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
