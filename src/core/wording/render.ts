import { isClosedDay, isOpen } from "../dialogue/open-hours.ts";
import type { Saying } from "../dialogue/saying.ts";
import { hide } from "../values/private.ts";
import { aVisit, joined, offeringName, whenAndWho } from "./booking-words.ts";
import { phrases } from "./en/phrases-table.ts";
import { wordingOf } from "./field-wording.ts";
import type { PromptPiece } from "./prompt.ts";
import {
  bookablePeople,
  renderDoctorHours,
  renderHours,
  renderPrice,
  renderSuggestion,
  renderTakes,
  renderUsualHours,
} from "./render-facts.ts";
import { renderNotEligible } from "./render-not-eligible.ts";
import { renderAskAgree, renderCommitted, renderReadBackMove } from "./render-outcome.ts";
import { renderAcknowledge, renderAsk, renderConfirm, renderReadBack } from "./render-question.ts";
import { splitLong } from "./split-long.ts";
import { spelledWithCare, spokenPhoneEnd } from "./spoken/characters.ts";
import { spokenDateFrom, spokenTime } from "./spoken/dates.ts";
import { spokenOpenings } from "./spoken-opening.ts";
import { payerName, resourceName } from "./spoken-value.ts";
import { fill, fixed, type Piece, varied } from "./template.ts";
import { localAt, type WordingContext } from "./wording-context.ts";

/** Puts what is to be said into speakable pieces. The same sayings at the same turn give the same words. */
export function render(sayings: readonly Saying[], context: WordingContext): readonly PromptPiece[] {
  const pieces = sayings.flatMap((saying) => renderOne(saying, context));
  return pieces
    .flatMap((piece) =>
      piece.fixed ? [piece] : splitLong(piece.text).map((text) => ({ text, fixed: false })),
    )
    .map(({ text, fixed: isFixed }) => ({ text: hide(text), fixed: isFixed }));
}

type Renderers = {
  readonly [K in Saying["kind"]]: (
    saying: Extract<Saying, { kind: K }>,
    context: WordingContext,
  ) => readonly Piece[];
};

function renderOne(saying: Saying, context: WordingContext): readonly Piece[] {
  const renderer = renderers[saying.kind] as (saying: Saying, context: WordingContext) => readonly Piece[];
  return renderer(saying, context);
}

function vary(ways: readonly string[], values: Readonly<Record<string, string>> = {}) {
  return (_: Saying, { turn }: WordingContext) => fill(varied(ways, turn), values);
}

function just(template: string) {
  return () => fill(template);
}

const renderers: Renderers = {
  greeting: (_, { practice, now }) => {
    const { greeting, closedGreeting, holidayGreeting } = practice.wording;
    const local = localAt(now, practice).toPlainDateTime();
    const closed = isClosedDay(practice, local.toPlainDate())
      ? (holidayGreeting ?? closedGreeting)
      : isOpen(practice, local)
        ? null
        : closedGreeting;
    return [greeting, closed].flatMap((text) => (text === null ? [] : [fixed(text)]));
  },
  disclosure: (_, { practice: { wording } }) =>
    [wording.assistantDisclosure, wording.recordingDisclosure].flatMap((text) =>
      text === null ? [] : [fixed(text)],
    ),

  askWish: ({ way, caller }, { turn }) => [
    ...(caller === null ? [] : fill(phrases.askWish.caller, { caller })),
    ...fill(varied(phrases.askWish[way], turn)),
  ],
  ask: renderAsk,
  acknowledge: renderAcknowledge,
  confirm: renderConfirm,
  notUnderstood: vary(phrases.notUnderstood),
  wasWrong: vary(phrases.wasWrong),
  problem: ({ problem }) => fill(phrases.problem[problem]),
  sameAsDenied: vary(phrases.sameAsDenied),
  changed: vary(phrases.changed),
  help: ({ field }, { practice }) => fill(field === null ? phrases.help : wordingOf(field, practice).help),
  why: ({ field }, { practice }) => fill(field === null ? phrases.why : wordingOf(field, practice).why),
  left: ({ field, why }, { practice }) => {
    const { left, notUnderstood } = wordingOf(field, practice);
    if (why !== "notUnderstood") return fill(left);
    return notUnderstood === undefined
      ? [...fill(phrases.notUnderstoodLeft), ...fill(left)]
      : fill(notUnderstood);
  },
  takeYourTime: vary(phrases.takeYourTime),
  stillThere: just(phrases.stillThere),
  silentGoodbye: just(phrases.silentGoodbye),
  emergency: ({ flag }, { practice: { wording } }) => [
    fixed(flag === "crisis" ? wording.crisisInstruction : wording.emergencyInstruction),
  ],
  askEmergency: ({ flag, again }) => [
    ...fill(phrases.askEmergency[flag]),
    ...(again ? fill(phrases.askEmergency.again) : []),
  ],
  emergencyOver: just(phrases.emergencyOver),
  emergencyGoodbye: just(phrases.emergencyGoodbye),
  notOnFile: just(phrases.notOnFile),
  notEligible: renderNotEligible,
  doctorNotSuitable: ({ doctor }, { practice }) =>
    fill(phrases.doctorNotSuitable, { doctor: resourceName(practice, doctor) }),
  onlyDoctor: ({ doctor }, { practice }) =>
    fill(phrases.onlyDoctor, { doctor: resourceName(practice, doctor) }),
  offers: ({ openings, again }, context) => {
    const { many, one, again: shorter } = phrases.offers;
    const list = spokenOpenings(openings, context).join("; ");
    return fill(varied(openings.length === 1 ? one : again ? shorter : many, context.turn), { list });
  },
  noneAsWished: ({ relaxed, doctor, days, times }, { practice, now }) => {
    const wish = wishWords(days, times, localAt(now, practice).toPlainDate());
    const name = doctor === null ? "" : resourceName(practice, doctor);
    const alone = relaxed === "doctor" && days.length === 0 && times.length === 0;
    return fill(phrases.noneAsWished[alone ? "doctorAlone" : relaxed], { wish, doctor: name });
  },
  whichOne: just(phrases.whichOne),
  askWhen: just(phrases.askWhen),
  noOpenings: just(phrases.noOpenings),
  askWaitlist: just(phrases.askWaitlist),
  askAgree: renderAskAgree,
  suggest: ({ suggestion }) => renderSuggestion(suggestion),
  askInstead: just(phrases.askInstead),
  askTexts: ({ phone }) => fill(phrases.askTexts, { value: spokenPhoneEnd(phone) }),
  askResume: ({ task }) => fill(phrases.askResume, { task: phrases.taskNames[task] }),
  askWhichBooking: ({ bookings, again }, context) => {
    const list = joined(bookings.map((booking) => aVisit(booking, context)));
    return fill(again ? phrases.askWhichBooking.again : phrases.askWhichBooking.plain, { list });
  },
  keepsTime: just(phrases.keepsTime),
  noBookings: just(phrases.noBookings),
  staysAsItIs: just(phrases.staysAsItIs),
  notFound: just(phrases.notFound),
  notVerified: just(phrases.notVerified),
  bookingGone: just(phrases.bookingGone),
  wrongNumber: (_, { practice }) => fill(phrases.wrongNumber, { practice: practice.name }),
  begin: ({ task }, { turn }) => fill(varied(phrases.begin[task], turn)),
  taken: just(phrases.taken),
  expired: just(phrases.expired),
  readBack: renderReadBack,
  readBackMove: renderReadBackMove,
  askCorrectWhat: just(phrases.askCorrectWhat),
  oneMoment: vary(phrases.oneMoment),
  stillLooking: just(phrases.stillLooking),
  troubleBooking: just(phrases.troubleBooking),
  troubleChanging: just(phrases.troubleChanging),
  troubleLooking: just(phrases.troubleLooking),
  committed: renderCommitted,
  confirmationAgain: ({ booking }) =>
    fill(phrases.booked.number, { confirmation: spelledWithCare(booking.confirmation) }),
  prepare: ({ offering }, { practice }) => {
    const text = practice.offerings.find(({ id }) => id === offering)?.preparation ?? null;
    return text === null ? [] : [fixed(text)];
  },
  fact: ({ fact }) => [fixed(fact.answer)],
  payerTaken: ({ payer }, { practice }) =>
    fill(phrases.payerTaken[practice.payers.includes(payer) ? "yes" : "no"], { payer: payerName(payer) }),
  hoursOn: ({ day }, context) => renderHours(day, context),
  usualHours: ({ weekdays }, { practice }) => renderUsualHours(practice, weekdays),
  doctorHours: renderDoctorHours,
  price: ({ offering }, { practice }) => renderPrice(offering, practice),
  offered: ({ offerings }, { practice }) =>
    fill(phrases.offered, {
      list: joined(offerings.map((offering) => offeringName({ offering }, practice))),
    }),
  takes: ({ offering }, { practice }) => renderTakes(offering, practice),
  doesIt: just(phrases.doesIt),
  whoWorksHere: (_, { practice }) => fill(phrases.whoWorksHere, { list: joined(bookablePeople(practice)) }),
  iAmAutomated: (_, { practice }) => fill(phrases.iAmAutomated, { practice: practice.name }),
  noFact: just(phrases.noFact),
  askReallyStop: just(phrases.askReallyStop),
  startingOver: just(phrases.startingOver),
  alreadyBooked: ({ booking }, context) =>
    fill(phrases.alreadyBooked, { when: whenAndWho(booking, context) }),
  askAnythingElse: ({ short }) => fill(short ? phrases.askAnythingElse.short : phrases.askAnythingElse.plain),
  putThrough: just(phrases.putThrough),
  nobodyToPutThrough: just(phrases.nobodyToPutThrough),
  somebodyWillCall: just(phrases.somebodyWillCall),
  ticketFailed: just(phrases.ticketFailed),
  goodbye: (_, { practice }) => [fixed(practice.wording.goodbye)],
  interrupted: just(phrases.interrupted),
  tooLong: just(phrases.tooLong),
};

function wishWords(
  days: Extract<Saying, { kind: "noneAsWished" }>["days"],
  times: Extract<Saying, { kind: "noneAsWished" }>["times"],
  today: Temporal.PlainDate,
): string {
  const [day, ...moreDays] = days;
  const [time, ...moreTimes] = times;
  if (moreDays.length > 0 || moreTimes.length > 0) return "then";
  const single =
    day !== undefined && day.from !== null && day.to !== null && day.from.equals(day.to) ? day.from : null;
  const on =
    day === undefined ? null : single === null ? "on those days" : `on ${spokenDateFrom(single, today)}`;
  const at =
    time === undefined
      ? null
      : time.from !== null && time.to === null
        ? `after ${spokenTime(time.from)}`
        : time.from === null && time.to !== null
          ? `before ${spokenTime(time.to)}`
          : "at that time";
  return [on, at].filter((part) => part !== null).join(", ") || "then";
}
