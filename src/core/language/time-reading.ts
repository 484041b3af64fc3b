import type { Found } from "./found.ts";
import type { TimeFound } from "./time-at.ts";

export const DAY_MINUTES = 24 * 60;

export function minutesOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute;
}

/** The time of day so many minutes after midnight, or before it. */
export function plainTime(minutes: number): Temporal.PlainTime {
  const within = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return Temporal.PlainTime.from({ hour: Math.floor(within / 60), minute: within % 60 });
}

export function timeReading(found: TimeFound, confidence = found.confidence): Found {
  return {
    value: { kind: "time", value: plainTime(found.minutes) },
    from: found.from,
    next: found.next,
    confidence,
  };
}
