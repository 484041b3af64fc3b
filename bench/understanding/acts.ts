// What hotel and bank callers want, of the acts that every call has: ours, and a list of keywords as one would write it in an hour.
import { nothingExpected } from "../../src/core/language/expectation.ts";
import { understand } from "../../src/core/language/understand.ts";
import type { ActKind } from "../../src/core/language/understanding.ts";
import { type Figure, type Section, Stopwatch } from "./section.ts";

interface Row {
  readonly text: string;
  readonly intents: readonly string[];
  readonly reference: string;
}

/** The corpus' names of the acts that are ours too. */
const intentOf: Partial<Record<ActKind, string>> = {
  affirm: "affirm",
  deny: "deny",
  person: "handoff",
  repeat: "repeat",
  greet: "greet",
  thank: "thank",
  goodbye: "end_call",
  dontKnow: "dont_know",
  cancel: "cancel_close_leave_freeze",
  change: "change",
};

const keywords: Partial<Record<ActKind, RegExp>> = {
  affirm: /\b(?:yes|yeah|yep|correct|exactly|right)\b/i,
  deny: /\b(?:no|nope|not|wrong)\b/i,
  person: /\b(?:human|person|agent|someone|representative|reception|speak|talk)\b/i,
  repeat: /\b(?:repeat|again|pardon|one more time)\b/i,
  greet: /\b(?:hi|hello|hey|good (?:morning|afternoon|evening|day))\b/i,
  thank: /\b(?:thanks?|appreciated?)\b/i,
  goodbye: /\b(?:bye|goodbye|see you|that'?s all|adios)\b/i,
  dontKnow: /\b(?:don'?t (?:know|remember)|no idea|not sure|forgot)\b/i,
  cancel: /\b(?:cancel|close|freeze|stop|terminate)\b/i,
  change: /\b(?:change|modify|move|amend|increase|decrease|reschedule)\b/i,
};

type Contender = (row: Row) => ReadonlySet<string>;

export async function score(rows: readonly Record<string, unknown>[]): Promise<Section> {
  const contenders: [string, Contender][] = [
    ["ours", ours],
    ["keywords", byKeyword],
  ];
  const figures: Figure[] = [];
  const speeds = contenders.map(([name, contender]) => {
    const watch = new Stopwatch();
    figures.push(
      ...tally(name, (row) => watch.time(() => contender(row)), rows as unknown as readonly Row[]),
    );
    return watch.speed(name);
  });
  return { corpus: "acts", rows: rows.length, figures, speeds };
}

function tally(name: string, contender: Contender, rows: readonly Row[]): readonly Figure[] {
  const answers = rows.map((row) => ({ found: contender(row), intents: row.intents }));
  const each = Object.entries(intentOf).map(([act, intent]): Figure => {
    const hit = answers.filter(({ found, intents }) => found.has(act) && intents.includes(intent)).length;
    const found = answers.filter((answer) => answer.found.has(act)).length;
    const labelled = answers.filter(({ intents }) => intents.includes(intent)).length;
    return {
      contender: name,
      measure: `F1 of ${act}`,
      value: (2 * hit) / Math.max(1, found + labelled),
      count: labelled,
    };
  });
  const macro = each.reduce((sum, { value }) => sum + value, 0) / each.length;
  return [{ contender: name, measure: "macro-F1", value: macro, count: rows.length }, ...each];
}

function ours(row: Row): ReadonlySet<string> {
  const circumstances = {
    expectation: nothingExpected,
    previous: "",
    reference: Temporal.PlainDateTime.from(row.reference),
    timeZone: "America/Los_Angeles",
    opening: null,
  };
  return new Set(understand({ text: row.text, alternatives: [] }, circumstances).acts.map((act) => act.kind));
}

function byKeyword(row: Row): ReadonlySet<string> {
  return new Set(Object.entries(keywords).flatMap(([act, words]) => (words.test(row.text) ? [act] : [])));
}
