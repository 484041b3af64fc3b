import type { Expectation } from "../language/expectation.ts";
import { saidWithoutHesitations } from "../language/hesitations.ts";
import type {
  ActKind,
  ActReading,
  Circumstances,
  Heard,
  Reading,
  Understanding,
} from "../language/understanding.ts";
import type { DialogueContext, DialogueInput } from "./dialogue-io.ts";
import { localTime } from "./dialogue-io.ts";
import { type DialogueState, valueIn } from "./dialogue-state.ts";
import { dropOffCue, fieldCues } from "./en/cues-table.ts";
import { expectationOf } from "./expectation-of.ts";
import { fieldOf } from "./fields/fields.ts";
import { openHours } from "./open-hours.ts";
import { isSettled } from "./settled.ts";
import { wantedFields } from "./wanted-fields.ts";

type TurnInput = Extract<DialogueInput, { kind: "turn" }>;

/** A finished turn of the caller, understood. */
export interface Hearing {
  readonly said: Understanding;
  readonly text: string;
  /** The same as cues look at it: lower case, plain apostrophes, nothing after the last word. */
  readonly words: string;
  readonly by: "speech" | "typed" | "keys";
  /** 0–1, of the recognizer; 1 for what was typed or keyed. */
  readonly confidence: number;
  /** Digits that were keyed; null for words. */
  readonly keys: string | null;
  /** What the recognizer thought possible instead. */
  readonly rivals: readonly { readonly text: string; readonly said: Understanding }[];
}

/** So many other hypotheses are compared. */
const MOST_RIVALS = 2;

export function hear(state: DialogueState, input: TurnInput, context: DialogueContext): Hearing {
  const heard = steady(input.heard.reveal());
  if (input.by === "keys") return hearKeys(state, heard.text, context);
  const reference = localTime(context);
  const circumstances: Circumstances = {
    expectation: withEverythingOpen(state, context, heard.text),
    previous: context.previous,
    reference,
    timeZone: context.practice.timeZone,
    knownName: valueIn(state, "name"),
    opening: openHours(context.practice, reference.toPlainDate()),
  };
  const said = readTwice(heard, circumstances, context);
  const rivals = heard.alternatives
    .filter((text) => text !== heard.text)
    .slice(0, MOST_RIVALS)
    .map((text) => ({ text, said: context.understand({ text, alternatives: [text] }, circumstances) }));
  const confidence = input.by === "typed" ? 1 : input.confidence;
  return { said, text: heard.text, words: asCued(heard.text), by: input.by, confidence, keys: null, rivals };
}

/** Cues and values are the same wherever somebody stops to think. */
function steady({ text, alternatives }: Heard): Heard {
  return { text: saidWithoutHesitations(text), alternatives: alternatives.map(saidWithoutHesitations) };
}

function asCued(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s.,!?]+$/, "");
}

/**
 * "Maria Lopez, March fifth": where the asked value was not found beside another one, the words are read once more without
 * that other. Blanks stand in for it, so that all places stay as they are.
 */
function readTwice(
  heard: Heard,
  circumstances: Circumstances,
  { understand }: DialogueContext,
): Understanding {
  const said = understand(heard, circumstances);
  const { asked } = circumstances.expectation;
  const missing = asked.filter((kind) => kind !== "yesNo" && !said.readings.some((one) => one.kind === kind));
  const others = said.readings.filter(
    ({ kind, confidence }) => confidence >= 0.5 && !asked.some((one) => one === kind),
  );
  if (missing.length === 0 || others.length === 0) return said;
  const text = others.reduce(
    (rest, { span }) => rest.slice(0, span.start) + " ".repeat(span.end - span.start) + rest.slice(span.end),
    heard.text,
  );
  const found = understand({ text, alternatives: [text] }, circumstances).readings;
  return {
    ...said,
    readings: [...said.readings, ...found.filter(({ kind }) => missing.some((one) => one === kind))],
  };
}

/**
 * The parsers, unlike the recognizer and the patience at a pause, may look for everything that is still to be told, and for
 * what was said back just now or is named: "my name is spelled …".
 */
function withEverythingOpen(state: DialogueState, context: DialogueContext, text: string): Expectation {
  const expectation = expectationOf(state, context);
  const { kind: aim } = state.aim;
  if (!["field", "wish", "confirm", "readBack", "correctWhat"].includes(aim)) return expectation;
  const everything = aim === "readBack" || aim === "correctWhat";
  const open = wantedFields(state, context.practice).filter(
    (field) => everything || !isSettled(state, field) || state.entries[field]?.kind === "left",
  );
  const words = text.toLowerCase();
  const named = fieldCues.flatMap(([field, cue]) => (field !== "time" && cue.test(words) ? [field] : []));
  const kinds = [...state.recent, ...named, ...open].flatMap((field) => fieldOf(field).asked);
  const also = [...new Set([...expectation.also, ...kinds])].filter(
    (kind) => kind !== "yesNo" && !expectation.asked.includes(kind),
  );
  // Where the plate is asked for, the end of the VIN has another form.
  const instead = named.includes("vin") ? fieldOf("vin").shape : null;
  const shape =
    instead ??
    expectation.shape ??
    state.recent.map((field) => fieldOf(field).shape).find((one) => one !== null) ??
    null;
  return { ...expectation, also, shape };
}

/** Keys answer the open question by its keypad form; `*` goes back and a lone 0 asks for a person. */
function hearKeys(state: DialogueState, keys: string, context: DialogueContext): Hearing {
  const { keypad } = expectationOf(state, context);
  const nothing: Understanding = { readings: [], acts: [], reply: null, redFlag: null, complete: 1 };
  const hearing = (said: Partial<Understanding>): Hearing => ({
    said: { ...nothing, ...said },
    text: keys,
    words: keys,
    by: "keys",
    confidence: 1,
    keys,
    rivals: [],
  });
  if (keys.startsWith("*")) return hearing({ acts: [act("goBack")] });
  if (keys === "0" && keypad?.kind !== "digits") return hearing({ acts: [act("person")] });
  if (keypad?.kind === "yesNo" && (keys === "1" || keys === "2"))
    return hearing({ reply: keys === "1" ? "yes" : "no" });
  if (keypad?.kind === "choice") {
    const value = Number(keys) - 1;
    if (value >= 0 && value < keypad.count)
      return hearing({ readings: [{ kind: "choice", value, ...sure }] });
  }
  return hearing({});
}

const sure: Pick<Reading, "span" | "confidence"> = { span: { start: 0, end: 0 }, confidence: 1 };

function act(kind: ActKind): ActReading {
  return { kind, topic: null, ...sure };
}

/** The first of these acts that was heard. */
export function actIn(hearing: Hearing, ...kinds: readonly ActKind[]): ActReading | null {
  return hearing.said.acts.find(({ kind }) => kinds.includes(kind)) ?? null;
}

/** "Cancel it"; but "I'll drop it off" gives up nothing. */
export function cancels(hearing: Hearing): boolean {
  return actIn(hearing, "cancel") !== null && !dropOffCue.test(hearing.words);
}

/** A no, also where the question was none that expects one. */
export function saysNo(hearing: Hearing): boolean {
  const { reply } = hearing.said;
  return reply === "no" || (reply === null && actIn(hearing, "deny") !== null);
}
