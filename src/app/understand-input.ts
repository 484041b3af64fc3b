import { type Choice, type Expectation, fieldKinds } from "../core/language/expectation.ts";
import { shapeFrom } from "../core/language/identifier-shapes.ts";
import type { Circumstances, Heard } from "../core/language/understanding.ts";

/** One line of input, ready for the parsers. */
export interface UnderstandInput {
  readonly heard: Heard;
  readonly circumstances: Circumstances;
}

/** What a line without `reference` counts from. */
export interface InputDefaults {
  readonly reference: (timeZone: string) => Temporal.PlainDateTime;
}

/** A fault of a line, told to the user as it is. */
export class InputFault extends Error {
  override readonly name = "InputFault";
}

/** Checks the fields of a line; throws `InputFault` that names the first field that is wrong. */
export function readUnderstandInput(
  line: Readonly<Record<string, unknown>>,
  defaults: InputDefaults,
): UnderstandInput {
  const text = textField(line, "text");
  if (text === undefined) throw new InputFault("text: missing");
  const timeZone = textField(line, "timeZone") ?? "America/New_York";
  return {
    heard: { text, alternatives: textList(line, "nbest") ?? [] },
    circumstances: {
      expectation: expectationOf(line),
      previous: textField(line, "previous") ?? "",
      reference: referenceOf(line, timeZone, defaults),
      timeZone,
      opening: openingOf(line),
    },
  };
}

function textField(line: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = line[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new InputFault(`${name}: not a string`);
  return value;
}

function textList(line: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const value = line[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) {
    throw new InputFault(`${name}: not a list of strings`);
  }
  return value;
}

function expectationOf(line: Readonly<Record<string, unknown>>): Expectation {
  const asked = (textList(line, "asked") ?? []).map((kind) => {
    const known = fieldKinds.find((name) => name === kind);
    if (known === undefined) throw new InputFault(`asked: no field kind is called ${JSON.stringify(kind)}`);
    return known;
  });
  const choices = (textList(line, "choices") ?? []).map(
    (spoken, index): Choice => ({ id: String(index), spoken: [spoken] }),
  );
  const shape = textField(line, "shape");
  return {
    asked,
    also: [],
    choices,
    shape: shape === undefined ? null : shapeFrom(shape),
    keypad: null,
    spelling: false,
    hints: [],
  };
}

function referenceOf(
  line: Readonly<Record<string, unknown>>,
  timeZone: string,
  defaults: InputDefaults,
): Temporal.PlainDateTime {
  const said = textField(line, "reference");
  const reference = said === undefined ? undefined : localTime(said);
  try {
    const now = defaults.reference(timeZone);
    return reference ?? now;
  } catch {
    throw new InputFault("timeZone: not a zone like America/New_York");
  }
}

function localTime(text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    throw new InputFault("reference: not a local date and time like 2026-03-02T09:00");
  }
}

function openingOf(line: Readonly<Record<string, unknown>>): Circumstances["opening"] {
  const opening = textField(line, "opening");
  if (opening === undefined) return null;
  const match = /^(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})$/.exec(opening);
  try {
    if (match?.[1] !== undefined && match[2] !== undefined) {
      return { from: clock(match[1]), to: clock(match[2]) };
    }
  } catch {
    // Falls through to the one message for every fault of this field.
  }
  throw new InputFault("opening: not a span like 08:00-20:00");
}

function clock(text: string): Temporal.PlainTime {
  if (text === "24:00") return Temporal.PlainTime.from("23:59");
  return Temporal.PlainTime.from(text.padStart(5, "0"));
}
