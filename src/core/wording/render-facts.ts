import { hoursOn } from "../dialogue/open-hours.ts";
import type { Saying } from "../dialogue/saying.ts";
import { services } from "../language/en/service-table.ts";
import type { HoursSpan, Practice, Resource, Weekday } from "../practice/practice.ts";
import type { ServiceSuggestion } from "../scheduling/suggest-service.ts";
import { capital, joined, offeringName } from "./booking-words.ts";
import { phrases } from "./en/phrases-table.ts";
import { spokenDateFrom, spokenDuration, spokenTime, weekdayNames } from "./spoken/dates.ts";
import { cardinal, spokenMoney } from "./spoken/numbers.ts";
import { fill, type Piece } from "./template.ts";
import { localAt, type WordingContext } from "./wording-context.ts";

/** When the practice is open on a day. */
export function renderHours(day: Temporal.PlainDate, { practice, now }: WordingContext): readonly Piece[] {
  const today = localAt(now, practice).toPlainDate();
  const { today: todays, tomorrow, other } = phrases.hours;
  const isTomorrow = day.equals(today.add({ days: 1 }));
  const wording = day.equals(today) ? todays : isTomorrow ? tomorrow : other;
  const open = hoursOn(practice, day).map(spokenSpan);
  const named = spokenDateFrom(day, today);
  const values = { day: isTomorrow ? capital(named) : named, hours: joined(open) };
  return fill(open.length === 0 ? wording.closed : wording.open, values);
}

/** When the practice is usually open, on all days or on these; days in a row that are alike are said together. */
export function renderUsualHours({ hours }: Practice, weekdays: readonly number[] | null): readonly Piece[] {
  const rows: { readonly from: number; to: number; readonly hours: string }[] = [];
  for (const index of weekdayNames.keys()) {
    if (weekdays !== null && !weekdays.includes(index + 1)) continue;
    const spans = inARow((hours[(index + 1) as Weekday] ?? []).map(spokenSpan));
    const before = rows.at(-1);
    if (before?.hours === spans && before.to === index - 1) before.to = index;
    else rows.push({ from: index, to: index, hours: spans });
  }
  const { usual, onDays, daySpan, closedOn, never } = phrases.hours;
  const open = rows.filter((row) => row.hours !== "");
  const spanOf = ({ from, to }: { readonly from: number; readonly to: number }) => {
    const [first = "", last = ""] = [weekdayNames[from], weekdayNames[to]];
    return first === last ? first : daySpan.replace("{first}", first).replace("{last}", last);
  };
  if (open.length === 0)
    return weekdays === null ? fill(never) : fill(closedOn, { days: joined(rows.map(spanOf)) });
  const said = open.map((row) => onDays.replace("{days}", spanOf(row)).replace("{hours}", row.hours));
  return fill(usual, { days: joined(said) });
}

/** When a doctor is there on a day, and on which days usually where that day is none of them. */
export function renderDoctorHours(
  { doctor: id, day }: Extract<Saying, { kind: "doctorHours" }>,
  { practice, now }: WordingContext,
): readonly Piece[] {
  const resource = practice.resources.find((one) => one.id === id);
  if (resource === undefined) return [];
  const { on, notOn, usually, unknown } = phrases.doctorHours;
  const doctor = resource.name;
  const days = weekdayNames.filter((_, index) => spansOn(resource, practice, index + 1).length > 0);
  const general = fill(days.length === 0 ? unknown : usually, { doctor, days: inARow(days) });
  if (day === null) return general;
  const date = spokenDateFrom(day, localAt(now, practice).toPlainDate());
  const named = weekdayNames.some((name) => date.startsWith(name)) ? `on ${date}` : date;
  const away = resource.daysOff.includes(day.toString()) || practice.closures.includes(day.toString());
  const open = away ? [] : spansOn(resource, practice, day.dayOfWeek).map(spokenSpan);
  if (open.length > 0) return fill(on, { day: named, doctor, hours: joined(open) });
  return [...fill(notOn, { day: named, doctor }), ...general];
}

/** Names that need no pause between them. */
function inARow(names: readonly string[]): string {
  const [last = "", ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} ${phrases.and} ${last}`;
}

/** Nobody is seen when the practice is closed. */
function spansOn({ hours }: Resource, practice: Practice, weekday: number): readonly HoursSpan[] {
  const day = weekday as Weekday;
  return practice.hours[day] === undefined ? [] : (hours[day] ?? []);
}

function spokenSpan({ from, to }: HoursSpan): string {
  const clock = (time: string) => spokenTime(Temporal.PlainTime.from(time === "24:00" ? "00:00" : time));
  return phrases.hours.span.replace("{from}", clock(from)).replace("{to}", clock(to));
}

/** What an offering costs, as a range. */
export function renderPrice(offering: string, practice: Practice): readonly Piece[] {
  const price = practice.offerings.find(({ id }) => id === offering)?.price ?? null;
  if (price === null) return fill(phrases.price.none);
  const { fromCents, toCents } = price;
  const values = {
    visit: capital(offeringName({ offering }, practice)),
    from: spokenMoney(fromCents),
    to: spokenMoney(toCents),
  };
  return fill(fromCents === toCents ? phrases.price.one : phrases.price.range, values);
}

/** How long it takes, as it is planned. */
export function renderTakes(offering: string, practice: Practice): readonly Piece[] {
  const minutes = practice.offerings.find(({ id }) => id === offering)?.durationMinutes ?? 0;
  const visit = capital(offeringName({ offering }, practice));
  const iso = Temporal.Duration.from({ minutes }).round({ largestUnit: "hours" }).toString();
  return fill(phrases.takes, { visit, duration: spokenDuration({ iso, since: null, intermittent: false }) });
}

/** Whom callers can see, each with what they are for. */
export function bookablePeople({ resources }: Practice): readonly string[] {
  return resources
    .filter(({ offerings }) => offerings.length > 0)
    .map(({ name, specialty }) => (specialty === null ? name : `${name}, ${specialty}`));
}

/** What is usually due, without claiming that it is. */
export function renderSuggestion(suggestion: ServiceSuggestion): readonly Piece[] {
  const name = services.find(({ id }) => id === suggestion.service)?.name ?? suggestion.service;
  const service = /^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`;
  return suggestion.because === "mileage"
    ? fill(phrases.suggest.mileage, { mark: cardinal(suggestion.miles), service })
    : fill(phrases.suggest.age, { mark: cardinal(suggestion.years), service });
}
