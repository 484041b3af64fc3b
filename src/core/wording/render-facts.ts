import { hoursOn } from "../dialogue/open-hours.ts";
import { services } from "../language/en/service-table.ts";
import type { Practice } from "../practice/practice.ts";
import type { ServiceSuggestion } from "../scheduling/suggest-service.ts";
import { capital, joined, offeringName } from "./booking-words.ts";
import { phrases } from "./en/phrases-table.ts";
import { spokenDateFrom, spokenDuration, spokenTime } from "./spoken/dates.ts";
import { cardinal, spokenMoney } from "./spoken/numbers.ts";
import { fill, type Piece } from "./template.ts";
import { localAt, type WordingContext } from "./wording-context.ts";

/** When the practice is open on a day. */
export function renderHours(day: Temporal.PlainDate, { practice, now }: WordingContext): readonly Piece[] {
  const today = localAt(now, practice).toPlainDate();
  const { span, today: todays, tomorrow, other } = phrases.hours;
  const isTomorrow = day.equals(today.add({ days: 1 }));
  const wording = day.equals(today) ? todays : isTomorrow ? tomorrow : other;
  const clock = (time: string) => spokenTime(Temporal.PlainTime.from(time === "24:00" ? "00:00" : time));
  const open = hoursOn(practice, day).map(({ from, to }) =>
    span.replace("{from}", clock(from)).replace("{to}", clock(to)),
  );
  const named = spokenDateFrom(day, today);
  const values = { day: isTomorrow ? capital(named) : named, hours: joined(open) };
  return fill(open.length === 0 ? wording.closed : wording.open, values);
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
