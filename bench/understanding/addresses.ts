// US addresses as people write them: ours and parse-address, with and without capitals and punctuation.
import { createRequire } from "node:module";
import { states } from "../../src/core/language/en/states.data.ts";
import { directions, streetTypes } from "../../src/core/language/en/streets.data.ts";
import { nothingExpected } from "../../src/core/language/expectation.ts";
import { numberAt } from "../../src/core/language/numbers.ts";
import { understand } from "../../src/core/language/understand.ts";
import type { Address, Circumstances } from "../../src/core/language/understanding.ts";
import { splitWords } from "../../src/core/language/words.ts";
import { type Figure, figure, newTally, type Section, Stopwatch, type Tally } from "./section.ts";

type Parts = { readonly [part in keyof Address]?: string | null };

interface Row {
  readonly text: string;
  readonly parts: Parts;
}

type Contender = (text: string) => Parts;

const partNames = ["number", "street", "unit", "city", "state", "zip", "poBox"] as const;

export async function score(rows: readonly Record<string, unknown>[]): Promise<Section> {
  const contenders: [string, Contender][] = [
    ["ours", ours],
    ["parse-address", parseAddress],
  ];
  const figures: Figure[] = [];
  const speeds = contenders.map(([name, contender]) => {
    const watch = new Stopwatch();
    const written = newTally();
    const bare = newTally();
    for (const row of rows as unknown as readonly Row[]) {
      note(
        written,
        watch.time(() => contender(row.text)),
        row.parts,
      );
      note(bare, contender(withoutPunctuation(row.text)), row.parts);
    }
    figures.push(figure(name, "whole address right", written));
    figures.push(figure(name, "without capitals and punctuation", bare));
    return watch.speed(name);
  });
  return { corpus: "addresses", rows: rows.length, figures, speeds };
}

function note(tally: Tally, found: Parts, wanted: Parts): void {
  const right = partNames.every((part) => plain(part, found[part]) === plain(part, wanted[part]));
  if (right) tally.right += 1;
  else if (partNames.every((part) => !found[part])) tally.none += 1;
  else tally.wrong += 1;
}

function withoutPunctuation(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.,;:()"]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const shortForms = new Map(
  [...streetTypes, ...directions].flatMap(([long = "", short = long, ...others]) =>
    [long, ...others].map((form) => [form, short] as const),
  ),
);

/** Small letters without punctuation; street types and directions short, states as codes, house numbers in figures. */
function plain(part: (typeof partNames)[number], value: string | null | undefined): string {
  const text = (value ?? "")
    .toLowerCase()
    .replace(/[^a-z\d/ -]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (part === "zip") return text.replace(/[- ]/g, "");
  if (part === "street")
    return text
      .split(" ")
      .map((word) => shortForms.get(word) ?? word)
      .join(" ");
  if (part === "number") {
    const spoken = numberAt(splitWords(text), 0);
    return spoken === null || /\d/.test(text) ? text : String(spoken.value);
  }
  if (part !== "state") return text;
  return states.find(({ spoken }) => spoken.includes(text))?.code.toLowerCase() ?? text.replaceAll(" ", "");
}

const circumstances: Circumstances = {
  expectation: { ...nothingExpected, asked: ["address"] },
  previous: "",
  reference: Temporal.PlainDateTime.from("2026-03-02T10:00"),
  timeZone: "America/New_York",
  opening: null,
};

function ours(text: string): Parts {
  const { readings } = understand({ text, alternatives: [] }, circumstances);
  const reading = readings.find(({ kind }) => kind === "address");
  return reading?.kind === "address" ? reading.value : {};
}

type Library = { parseLocation(text: string): Readonly<Record<string, string>> | null };
const library: Library = createRequire(import.meta.url)("parse-address");

function parseAddress(text: string): Parts {
  const found = library.parseLocation(text);
  if (found === null) return {};
  const {
    number,
    prefix,
    street,
    type,
    suffix,
    sec_unit_num: unit,
    sec_unit_type: unitType,
    city,
    state,
    zip,
    plus4,
  } = found;
  const box = unitType !== undefined && /box/i.test(unitType);
  return {
    number,
    street: [prefix, street, type, suffix].filter((part) => part !== undefined).join(" "),
    unit: box ? null : unit,
    city,
    state,
    zip: plus4 === undefined ? zip : `${zip}-${plus4}`,
    poBox: box ? unit : null,
  } as Parts;
}
