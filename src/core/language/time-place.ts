import type { Clock, Half } from "./clock-at.ts";
import type { DayPart } from "./en/times-table.ts";
import type { TimeContext } from "./time-context.ts";

/** A time whose half of the day is decided, and how surely. */
export interface Placed {
  /** Since midnight. */
  readonly minutes: number;
  readonly confidence: number;
  readonly sure: boolean;
}

/** Decides the half of the day; null for an hour that no day has. */
export function place(clock: Clock, half: Half | null, context: TimeContext): Placed | null {
  const { hour, minute } = clock;
  if (hour > 23) return null;
  const sure = (h: number): Placed => ({ minutes: (h % 24) * 60 + minute, confidence: 0.99, sure: true });
  switch (half) {
    case "24":
      return sure(hour);
    case "noon":
      return sure(12);
    case "midnight":
      return sure(0);
    case "am":
      return sure(hour === 12 ? 0 : hour);
    case "pm":
      return sure(hour < 12 ? hour + 12 : hour);
    case null:
      return inferred(hour, minute, context);
    default:
      return inPart(hour, minute, half);
  }
}

function inPart(hour: number, minute: number, part: DayPart): Placed {
  const sure = (h: number, confidence = 0.97): Placed => ({
    minutes: (h % 24) * 60 + minute,
    confidence,
    sure: true,
  });
  if (hour > 12 || hour === 0) return sure(hour);
  switch (part) {
    case "morning":
      return hour === 12 ? sure(0, 0.5) : sure(hour);
    case "afternoon":
      return hour === 12 ? sure(12) : hour >= 10 ? sure(hour, 0.4) : sure(hour + 12);
    case "evening":
      return hour === 12 ? sure(0, 0.5) : sure(hour + 12);
    case "night":
      return hour === 12 ? sure(0, 0.7) : hour < 5 ? sure(hour, 0.6) : sure(hour + 12);
  }
}

/** Without a.m. or p.m.: the part of the day named elsewhere, then the opening hours, then habit. */
function inferred(hour: number, minute: number, context: TimeContext): Placed {
  if (context.part !== null) return { ...inPart(hour, minute, context.part), confidence: 0.9, sure: false };
  const morning = (hour % 12) * 60 + minute;
  const evening = morning + 12 * 60;
  const opening = context.opening;
  if (opening !== null) {
    const inMorning = morning >= opening.from && morning < opening.to;
    const inEvening = evening >= opening.from && evening < opening.to;
    if (inMorning !== inEvening)
      return { minutes: inMorning ? morning : evening, confidence: 0.93, sure: false };
  }
  const likely = hour >= 7 && hour < 12 ? morning : evening;
  return { minutes: likely, confidence: opening === null ? 0.8 : 0.55, sure: false };
}
