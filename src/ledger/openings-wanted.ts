import type { OpeningsWanted } from "../core/scheduling/opening.ts";

/** As JSON keeps it: dates and times are texts. */
type KeptWish = Omit<OpeningsWanted, "days" | "times"> & {
  readonly days: readonly (Omit<OpeningsWanted["days"][number], "from" | "to"> & KeptRange)[];
  readonly times: readonly KeptRange[];
};

interface KeptRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A wish as JSON; `readWish` gives back an equal one. */
export function keepWish(wanted: OpeningsWanted): string {
  return JSON.stringify(wanted);
}

export function readWish(kept: unknown): OpeningsWanted {
  const wish = kept as KeptWish;
  const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
  const time = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text));
  return {
    ...wish,
    days: wish.days.map((range) => ({ ...range, from: date(range.from), to: date(range.to) })),
    times: wish.times.map(({ from, to }) => ({ from: time(from), to: time(to) })),
  };
}
