import type { FieldKind, IdentifierShape, KeypadForm } from "../language/expectation.ts";
import type {
  Address,
  Reading,
  Span,
  SpokenDuration,
  Understanding,
  Vehicle,
} from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import type { BookingId } from "../values/ids.ts";
import type { FieldId } from "./field-ids.ts";

/** What the caller said is wrong with them, in their own words, and what it was understood as. */
export interface ComplaintValue {
  readonly words: string;
  /** Category of `core/language`, or `other`. */
  readonly category: string;
}

export interface NameValue {
  readonly given: string | null;
  readonly family: string | null;
}

/** The values of all fields, each in its normal form. */
export interface FieldValues {
  readonly complaint: ComplaintValue;
  readonly duration: SpokenDuration;
  /** 0–10. */
  readonly pain: number;
  readonly seenBefore: boolean;
  readonly name: NameValue;
  readonly dateOfBirth: Temporal.PlainDate;
  /** Payer id, or `self`. */
  readonly payer: string;
  readonly memberId: string;
  readonly groupNumber: string;
  readonly address: Address;
  /** E.164. */
  readonly phone: string;
  readonly email: string;
  /** Resource id, or `any`. */
  readonly doctor: string;
  /** Which of the caller's bookings it is about. */
  readonly booking: BookingId;
  /** Why they cancel, in their words. */
  readonly reason: string;
  /** Whom a message is for: an id of the practice's people or resources, a department, or `any`. */
  readonly staff: string;
  readonly messageText: string;
  /** Five digits. */
  readonly zip: string;
  readonly plate: string;
  /** All of it, or its last six characters or more. */
  readonly vin: string;
  readonly vehicle: Vehicle;
  /** Service ids of `core/language`. */
  readonly services: readonly string[];
  readonly mileage: number;
  /** Whether they wait for it; else they drop it off. */
  readonly waiting: boolean;
  /** Whether somebody has referred them for it. */
  readonly referral: boolean;
  /** Held and chosen through offers, never read from words: it has no value of its own. */
  readonly time: never;
}

/** What a field may look at when it reads an utterance. */
export interface Reader<V> {
  readonly said: Understanding;
  /** The words themselves. */
  readonly text: string;
  /** The caller answers the question for this field, or its read-back. */
  readonly asked: boolean;
  /** Another field was asked for whose answer often brings this one along. */
  readonly invited: boolean;
  /** It was said back in our last words. */
  readonly recent: boolean;
  /** The missing part that was asked for, such as `family` of a name. */
  readonly part: string | null;
  /** The question was put for one part of the value after the other. */
  readonly byParts: boolean;
  readonly current: V | null;
  readonly practice: Practice;
  readonly today: Temporal.PlainDate;
  /** The number that the caller calls from, E.164. */
  readonly callingNumber: string | null;
  /** What the choices of the expectation stand for, in their order. */
  readonly choices: readonly string[];
}

export interface ValueRead<V> {
  readonly value: V;
  /** 0–1; at 0.5 or below it wants confirming even when typed. */
  readonly confidence: number;
  readonly spans: readonly Span[];
}

/** Why a value cannot be right. */
export type Problem = "inFuture" | "tooOld" | "wrongLength";

/**
 * One datum that a task may need, as data. Fields know nothing of tasks, of English or of the line; how they are asked
 * and said is wording's.
 */
export interface Field<V> {
  readonly id: FieldId;
  /** Kinds of answer to its question, likeliest first, and what may come in the same breath. */
  readonly asked: readonly FieldKind[];
  readonly also: readonly FieldKind[];
  readonly shape: IdentifierShape | null;
  readonly keypad: KeypadForm | null;
  readonly privacy: "public" | "personal" | "health";
  /**
   * `handOff`: nothing goes on without it. `leave`: the front desk completes it later, and the caller is told so.
   * `leaveUnlessProof`: left in the same way, but nobody proves who they are without it.
   */
  readonly whenUnknown: "handOff" | "leave" | "leaveUnlessProof";
  /**
   * Spoken values at or below this confidence are read back and wait for a yes; 1 = always, because even a sure recognizer
   * mistakes digits. Typed values and keys wait only at 0.5 or below.
   */
  readonly readBackUpTo: number;
  /** Other ways to ask, tried in this order once plain questions fail. */
  readonly otherWays: readonly ("example" | "spelling" | "parts" | "keypad")[];
  /** So many plain questions may fail before the first other way. */
  readonly plainTries: number;
  /** Read back when the recognizer's other hypotheses hold another value of it. */
  readonly comparesHypotheses: boolean;
  /** Silence allowed before the caller is asked again: longer where a card must be fetched. */
  readonly thinkMs: number;
  /** The best value that the words hold for this field, or null. Merges with `current` where parts may come one by one. */
  read(reader: Reader<V>): ValueRead<V> | null;
  /** The value that these keys stand for, or null. */
  keyed(digits: string, reader: Reader<V>): V | null;
  problem(value: V, today: Temporal.PlainDate): Problem | null;
  /** The part that is still missing, or null when the value is whole. */
  missing(value: V): string | null;
  same(one: V, other: V): boolean;
}

export type FieldTable = { readonly [F in FieldId]: Field<FieldValues[F]> };

/** Fills in what most fields share. */
export function field<V>(given: Partial<Field<V>> & Pick<Field<V>, "id" | "asked" | "read">): Field<V> {
  return {
    also: [],
    shape: null,
    keypad: null,
    privacy: "personal",
    whenUnknown: "handOff",
    readBackUpTo: 0.5,
    otherWays: ["example"],
    plainTries: 2,
    comparesHypotheses: false,
    thinkMs: 7_000,
    keyed: () => null,
    problem: () => null,
    missing: () => null,
    same: (one, other) => one === other,
    ...given,
  };
}

/** The best reading of a kind; readings come best first. */
export function bestReading<K extends Reading["kind"]>(
  said: Understanding,
  kind: K,
): Extract<Reading, { kind: K }> | null {
  const found = said.readings.find(
    (reading): reading is Extract<Reading, { kind: K }> => reading.kind === kind,
  );
  return found ?? null;
}

/** The value of the best reading of a kind, with its confidence and place. */
export function readKind<K extends Reading["kind"]>(
  said: Understanding,
  kind: K,
): ValueRead<ValueOfKind<K>> | null {
  const reading: Reading | null = bestReading(said, kind);
  if (reading === null) return null;
  return { value: reading.value as ValueOfKind<K>, confidence: reading.confidence, spans: [reading.span] };
}

type ValueOfKind<K extends Reading["kind"]> = Extract<Reading, { kind: K }>["value"];
