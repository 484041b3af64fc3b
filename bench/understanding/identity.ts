// Who is calling, as a recognizer heard it with all its guesses: date of birth, British postcode, name, spelled name.
import * as chrono from "chrono-node";
import {
  type FieldKind,
  type IdentifierShape,
  nothingExpected,
} from "../../src/core/language/expectation.ts";
import { identifierShapes } from "../../src/core/language/identifier-shapes.ts";
import { understand } from "../../src/core/language/understand.ts";
import type { Circumstances } from "../../src/core/language/understanding.ts";
import { heardInPieces } from "./identity-ceiling.ts";
import { count, type Figure, figure, newTally, type Section, Stopwatch, type Tally } from "./section.ts";

interface Row {
  readonly asked: "postcode" | "name" | "dateOfBirth";
  /** 0–2; the third name is spelled. */
  readonly attempt: number;
  readonly text: string;
  readonly nbest: readonly string[];
  readonly value: string;
}

type Contender = (row: Row) => string | undefined;

/** Small letters and figures only: spelling counts, capitals and apostrophes do not. */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, "");

export async function score(rows: readonly Record<string, unknown>[]): Promise<Section> {
  const contenders: [string, Contender][] = [
    ["ours", (row) => ours(row)],
    ["chrono-node / text as it is", asItIs],
    [CEILINGS[0], rightGuess],
    [CEILINGS[1], (row) => rightGuess(row) ?? rightPieces(row)],
  ];
  const figures: Figure[] = [];
  const speeds = contenders.map(([name, contender]) => {
    const watch = new Stopwatch();
    const tallies = new Map<string, Tally>();
    let before: { readonly row: Row; readonly answer: string | undefined } | null = null;
    for (const row of rows as unknown as readonly Row[]) {
      const found = watch.time(() => contender(row));
      const answer = found === undefined ? undefined : plain(found);
      count(tallyOf(tallies, measureOf(row)), answer, plain(row.value));
      // The attempts of a call stand one behind the other; a call is understood when either of the first two is.
      if (row.attempt === 1 && before?.row.attempt === 0 && before.row.value === row.value) {
        const either = before.answer === plain(row.value) ? before.answer : answer;
        count(tallyOf(tallies, `${row.asked}, within two attempts`), either, plain(row.value));
      }
      before = { row, answer };
    }
    for (const [measure, tally] of tallies) figures.push(figure(name, measure, tally));
    return watch.speed(name);
  });
  const timed = speeds.filter(({ contender }) => !CEILINGS.includes(contender));
  return { corpus: "identity", rows: rows.length, figures, speeds: timed };
}

function tallyOf(tallies: Map<string, Tally>, measure: string): Tally {
  const tally = tallies.get(measure) ?? newTally();
  tallies.set(measure, tally);
  return tally;
}

function measureOf({ asked, attempt }: Row): string {
  if (asked === "name" && attempt === 2) return "name spelled, attempt 3";
  return `${asked}, attempts ${attempt === 2 ? "3" : "1-2"}`;
}

const fields: Readonly<Record<Row["asked"], FieldKind>> = {
  postcode: "identifier",
  name: "name",
  dateOfBirth: "dateOfBirth",
};

/** What nobody can reach, since they know the answer: they say what of it was heard. */
const CEILINGS: readonly [string, string] = ["ceiling: right guess", "ceiling: … or pieces"];

/** The value when we read it in any one of the guesses. */
function rightGuess(row: Row): string | undefined {
  return guessesOf(row).find((guess) => plain(ours(row, guess) ?? "") === plain(row.value)) === undefined
    ? undefined
    : row.value;
}

function rightPieces(row: Row): string | undefined {
  const spelled = row.asked === "name" && row.attempt === 2;
  return heardInPieces(row.asked, spelled, guessesOf(row), row.value) ? row.value : undefined;
}

function guessesOf({ text, nbest }: Row): readonly string[] {
  return [...new Set([text, ...nbest])];
}

/** With all guesses of the recognizer, or with only one of them. */
function ours(row: Row, only: string | null = null): string | undefined {
  const shape: IdentifierShape | null =
    row.asked === "postcode" ? (identifierShapes["ukPostcode"] ?? null) : null;
  const circumstances: Circumstances = {
    expectation: {
      ...nothingExpected,
      asked: [fields[row.asked]],
      shape,
      spelling: row.asked === "name" && row.attempt === 2,
    },
    previous: "",
    reference: Temporal.PlainDateTime.from("2021-06-01T10:00"),
    timeZone: "Europe/London",
    opening: null,
  };
  const heard =
    only === null ? { text: row.text, alternatives: row.nbest } : { text: only, alternatives: [only] };
  const { readings } = understand(heard, circumstances);
  for (const reading of readings) {
    if (reading.kind === "identifier" && row.asked === "postcode") return reading.value;
    if (reading.kind === "dateOfBirth" && row.asked === "dateOfBirth") return reading.value.toString();
    if (reading.kind === "name" && row.asked === "name")
      return `${reading.value.given ?? ""} ${reading.value.family ?? ""}`;
  }
  return undefined;
}

const POSTCODE = /[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}/;

/** What an application does without parsers of its own: chrono for dates, a pattern for postcodes, the text for names. */
function asItIs({ asked, attempt, text }: Row): string | undefined {
  if (text === "") return undefined;
  if (asked === "postcode") return POSTCODE.exec(text.toUpperCase().replace(/\s/g, ""))?.[0];
  if (asked === "name") return attempt === 2 ? text.replace(/\s/g, "") : text;
  const date = chrono.en.GB.parse(text)[0]?.start;
  return date?.isCertain("year") ? date.date().toLocaleDateString("sv") : undefined;
}
