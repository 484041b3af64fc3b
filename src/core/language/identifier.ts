import { type CharacterRun, characterRuns } from "./character-runs.ts";
import { identifierCues, otherNumberCues, restartWords } from "./en/identifier-cues-table.ts";
import { repeatWords } from "./en/numbers-table.ts";
import type { IdentifierShape } from "./expectation.ts";
import { identifierShapes } from "./identifier-shapes.ts";
import { maskedCode } from "./masked-code.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import { charactersAt } from "./spoken-characters.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { vinCharacters } from "./vin.ts";
import type { Word } from "./words.ts";

const OTHER = "other";
const cues = tablePhrases([...identifierCues, [OTHER, otherNumberCues] as const]);
const VIN_TAIL = 8;

/**
 * Member IDs, group numbers, plates, confirmation numbers and postal codes, upper case without spaces. Only when one is
 * expected, or when the caller says what it is ("my member ID is …"). `words` are those of `splitWords(heard.text)`.
 */
export function readIdentifiers(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { asked, also } = circumstances.expectation;
  const expected = asked.includes("identifier");
  const shape = shapeOf(circumstances);
  if (expected && shape !== null && shape.masks.length > 0) return maskedReadings(words, heard, shape);
  return runReadings(words, heard, shape, expected, also.includes("identifier"));
}

/** Without a shape, a code asked for in Britain is taken for a postcode. */
function shapeOf({ expectation, timeZone }: Circumstances): IdentifierShape | null {
  const shape = expectation.shape;
  const named = shape === null ? undefined : identifierShapes[shape.name];
  if (shape !== null && shape.masks.length === 0 && named !== undefined && named.masks.length > 0)
    return named;
  if (shape === null && timeZone === "Europe/London") return identifierShapes["ukPostcode"] ?? null;
  return shape;
}

function maskedReadings(words: readonly Word[], heard: Heard, shape: IdentifierShape): readonly Reading[] {
  const best = maskedCode(words, heard, shape);
  if (best === null) return [];
  const whole = best.rank === 0;
  const start = words[whole ? best.from : 0]?.start ?? 0;
  const end = words[whole ? best.to - 1 : words.length - 1]?.end ?? 0;
  const doubtful = Math.min(1, best.cost / 3) * 0.55 + (best.margin < 0.4 ? 0.15 : 0);
  const confidence = Math.max(0.2, 0.97 - doubtful - (whole ? 0 : 0.1));
  return [{ kind: "identifier", value: best.text, span: { start, end }, confidence }];
}

function runReadings(
  words: readonly Word[],
  heard: Heard,
  shape: IdentifierShape | null,
  expected: boolean,
  possible: boolean,
): readonly Reading[] {
  const minLength = shape?.minLength ?? 3;
  const found = cues.find(words);
  const runs = afterRestarts(characterRuns(words, heard.text, within(found)), words);
  const readings: Reading[] = [];
  for (const run of runs) {
    const cue = cueBefore(found, run, words);
    if (cue === OTHER || (cue === "vin" && shape?.name !== "vin")) continue;
    const named = cue ?? null;
    if (named === null && !expected) continue;
    const wanted = named === null || shape === null || named === shape.name || shape.name === "mask";
    const shortest = wanted ? minLength : 3;
    if (run.text.length < shortest || (!expected && !/\d/.test(run.text))) continue;
    if (!saysFigure(run, words) && !spelledOut(run, words)) continue;
    const fits = !wanted || shape === null || fitsShape(run.text.length, shape);
    const sure = (expected || possible ? 0.92 : 0.8) * (wanted || !expected ? 1 : 0.7);
    readings.push({
      kind: "identifier",
      value: (named ?? shape?.name) === "vin" ? vinCharacters(run.text) : run.text,
      span: { start: words[run.from]?.start ?? 0, end: words[run.to - 1]?.end ?? 0 },
      confidence: fits ? sure * run.clarity : 0.4,
      named,
    });
  }
  return readings.sort((a, b) => b.confidence - a.confidence);
}

/** Of a VIN callers give all of it or its last six to eight characters; anything between is probably not whole. */
function fitsShape(length: number, { name, maxLength }: IdentifierShape): boolean {
  if (name === "vin") return length <= VIN_TAIL || length === maxLength;
  return length <= maxLength;
}

function within(matches: readonly TableMatch[]): (index: number) => boolean {
  return (index) => matches.some((match) => match.from <= index && index < match.to);
}

/** Whether a figure was said as such; "for" and "to" may be figures only beside others. */
function saysFigure({ from, to }: CharacterRun, words: readonly Word[]): boolean {
  return words.slice(from, to).some(({ text }) => /\d/.test(text) || isNumberWord(text));
}

/** Letters alone count when they were said one by one; "yes" between them is no three letters. */
function spelledOut(run: CharacterRun, words: readonly Word[]): boolean {
  let single = 0;
  for (let at = run.from; at < run.to; at += 1) {
    const [way] = charactersAt(words, at);
    if (way !== undefined && (way.text.length === 1 || lookUp(repeatWords, words[at]?.text) !== null))
      single += way.text.length;
  }
  return run.text.length >= 3 && single >= run.text.length;
}

/**
 * "… no sorry, A B D": of two runs with a restart between them the later stands, and takes the place of the end of the earlier
 * when it is shorter: "A B C one two three, no, four".
 */
function afterRestarts(runs: readonly CharacterRun[], words: readonly Word[]): readonly CharacterRun[] {
  const kept: CharacterRun[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    const restarts =
      before !== undefined &&
      words.slice(before.to, run.from).some(({ text }) => text === "no" || restartWords.has(text));
    if (before === undefined || !restarts) {
      kept.push(run);
      continue;
    }
    const start = before.text.slice(0, Math.max(0, before.text.length - run.text.length));
    const clarity = start === "" ? run.clarity : Math.min(before.clarity, run.clarity) * RESTART_DOUBT;
    const from = start === "" ? run.from : before.from;
    kept[kept.length - 1] = { text: start + run.text, from, to: run.to, clarity };
  }
  return kept;
}

const RESTART_DOUBT = 0.7;

/** The cue nearest before the run, when no more than a few words are between them and no other run. */
function cueBefore(found: readonly TableMatch[], run: CharacterRun, words: readonly Word[]): string | null {
  const before = found.filter((cue) => cue.to <= run.from && run.from - cue.to <= 5).at(-1);
  if (before === undefined) return null;
  const between = words.slice(before.to, run.from);
  return between.some((word) => word.text === "and" || /\d/.test(word.text)) ? null : before.id;
}

/** 0–1: how sure that nothing more is coming; null when there are no characters. */
export function identifierComplete(words: readonly Word[], circumstances: Circumstances): number | null {
  const shape = shapeOf(circumstances);
  const runs = characterRuns(words, words.map((word) => word.text).join(" "));
  const count = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (count === 0) return null;
  if (/^(?:dash|hyphen|double|triple|and|as|for|like|then|is|capital)$/.test(words.at(-1)?.text ?? ""))
    return 0.1;
  const least = shape?.minLength ?? 4;
  const most = shape?.maxLength ?? 12;
  if (count < least) return 0.15 + (0.25 * count) / least;
  if (count >= most) return 0.98;
  return shape !== null && least === most ? 0.98 : 0.6 + (0.3 * (count - least)) / (most - least);
}
