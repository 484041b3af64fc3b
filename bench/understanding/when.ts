// Dates and times of callers who book with a dentist, doctor or salon: ours, chrono-node, and Microsoft's recognizers.
import { createRequire } from "node:module";
import * as chrono from "chrono-node";
import { nothingExpected } from "../../src/core/language/expectation.ts";
import { understand } from "../../src/core/language/understand.ts";
import type { Circumstances } from "../../src/core/language/understanding.ts";
import { count, type Figure, figure, newTally, type Section, Stopwatch } from "./section.ts";

interface Row {
  readonly text: string;
  readonly previous: string;
  readonly asked: readonly string[];
  readonly reference: string;
  readonly values: { readonly date?: string; readonly time?: string };
}

interface When {
  readonly date: string | undefined;
  readonly time: string | undefined;
}

type Contender = (row: Row) => When;

/** The hours in which the corpus writes its times: they decide a.m. or p.m. for every contender alike. */
const openingHours = { from: 8, to: 20 };

export async function score(rows: readonly Record<string, unknown>[]): Promise<Section> {
  const contenders: [string, Contender][] = [
    ["ours", ours],
    ["chrono-node", chronoNode],
    ["recognizers-text", recognizers],
  ];
  const figures: Figure[] = [];
  const speeds = contenders.map(([name, contender]) => {
    const { found, speed } = tally(name, contender, rows as unknown as readonly Row[]);
    figures.push(...found);
    return speed;
  });
  return { corpus: "when", rows: rows.length, figures, speeds };
}

function tally(name: string, contender: Contender, rows: readonly Row[]) {
  const watch = new Stopwatch();
  const [dates, times, turns] = [newTally(), newTally(), newTally()];
  for (const row of rows) {
    const { date, time } = watch.time(() => contender(row));
    if (row.values.date !== undefined) count(dates, date, row.values.date);
    if (row.values.time !== undefined) count(times, time, row.values.time);
    count(turns, `${date} ${time}`, `${row.values.date} ${row.values.time}`);
  }
  const found = [
    figure(name, "dates", dates),
    figure(name, "times", times),
    figure(name, "turns all right", turns),
  ];
  return { found, speed: watch.speed(name) };
}

function ours(row: Row): When {
  const asked = row.asked.flatMap((field) =>
    field.endsWith("date") ? (["date"] as const) : field.endsWith("time") ? (["time"] as const) : [],
  );
  const circumstances: Circumstances = {
    expectation: { ...nothingExpected, asked },
    previous: row.previous,
    reference: Temporal.PlainDateTime.from(row.reference),
    timeZone: "America/Los_Angeles",
    opening: { from: new Temporal.PlainTime(openingHours.from), to: new Temporal.PlainTime(openingHours.to) },
  };
  const { readings } = understand({ text: row.text, alternatives: [] }, circumstances);
  const date = readings.find((reading) => reading.kind === "date");
  const time = readings.find((reading) => reading.kind === "time");
  return { date: date?.value.toString(), time: time?.value.toString().slice(0, 5) };
}

/** The half of the day that the opening hours leave, as the corpus has it. */
function withinHours(hour: number, sure: boolean): number {
  return !sure && hour < openingHours.from ? hour + 12 : hour;
}

function clock(hour: number, minute: number): string {
  return `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function chronoNode(row: Row): When {
  let date: string | undefined;
  let time: string | undefined;
  const results = chrono.parse(row.text, new Date(`${row.reference}:00`), { forwardDate: true });
  for (const { start } of results) {
    if (start.isCertain("day") || start.isCertain("weekday")) date ??= start.date().toLocaleDateString("sv");
    const hour = start.get("hour");
    if (start.isCertain("hour") && hour !== null) {
      time ??= clock(withinHours(hour, start.isCertain("meridiem")), start.get("minute") ?? 0);
    }
  }
  return { date, time };
}

interface Resolution {
  readonly typeName: string;
  readonly resolution: {
    readonly values: readonly { type: string; value?: string; start?: string }[];
  } | null;
}

interface Recognizers {
  recognizeDateTime(text: string, culture: string, options: number, reference: Date): readonly Resolution[];
}

// The package is CommonJS with a default export that hides its functions from an import.
const suite: Recognizers = createRequire(import.meta.url)("@microsoft/recognizers-text-suite");

function recognizers(row: Row): When {
  const reference = row.reference.slice(0, 10);
  let date: string | undefined;
  let time: string | undefined;
  for (const { resolution } of suite.recognizeDateTime(
    row.text,
    "en-us",
    0,
    new Date(`${row.reference}:00`),
  )) {
    const values = resolution?.values ?? [];
    const days = values.flatMap(({ type, value }) =>
      type.startsWith("date") && value ? [value.slice(0, 10)] : [],
    );
    date ??= days.find((day) => day >= reference) ?? days[0];
    const times = values.flatMap(({ type, value }) =>
      type.endsWith("time") && value ? [value.slice(-8, -3)] : [],
    );
    time ??= times.find((each) => openFor(each)) ?? times[0];
  }
  return { date, time };
}

function openFor(time: string): boolean {
  const hour = Number(time.slice(0, 2));
  return hour >= openingHours.from && hour < openingHours.to;
}
