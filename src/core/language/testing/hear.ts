import { type FieldKind, nothingExpected } from "../expectation.ts";
import { understand } from "../understand.ts";
import type { Circumstances, Reading, ReadingValue, Understanding } from "../understanding.ts";

export interface Hearing {
  readonly asked?: readonly FieldKind[];
  readonly also?: readonly FieldKind[];
  readonly choices?: readonly string[];
  readonly previous?: string;
  /** Monday 2 March 2026, 09:00, unless given. */
  readonly reference?: string;
  /** `HH:MM-HH:MM`; 08:00-18:00 unless given. */
  readonly opening?: string;
  readonly timeZone?: string;
  readonly nbest?: readonly string[];
}

export function circumstancesOf(hearing: Hearing = {}): Circumstances {
  const [from, to] = (hearing.opening ?? "08:00-18:00").split("-");
  const choices = (hearing.choices ?? []).map((spoken, index) => ({ id: String(index), spoken: [spoken] }));
  return {
    expectation: { ...nothingExpected, asked: hearing.asked ?? [], also: hearing.also ?? [], choices },
    previous: hearing.previous ?? "",
    reference: Temporal.PlainDateTime.from(hearing.reference ?? "2026-03-02T09:00"),
    timeZone: hearing.timeZone ?? "America/New_York",
    opening: { from: Temporal.PlainTime.from(from ?? ""), to: Temporal.PlainTime.from(to ?? "") },
  };
}

/** Understands a text as it would be in a call. */
export function hear(text: string, hearing: Hearing = {}): Understanding {
  return understand({ text, alternatives: hearing.nbest ?? [] }, circumstancesOf(hearing));
}

type Of<K extends ReadingValue["kind"]> = Extract<Reading, { kind: K }>;

/** The likeliest reading of a kind, or undefined. */
export function first<K extends ReadingValue["kind"]>(
  understanding: Understanding,
  kind: K,
): Of<K> | undefined {
  return understanding.readings.find((reading): reading is Of<K> => reading.kind === kind);
}
