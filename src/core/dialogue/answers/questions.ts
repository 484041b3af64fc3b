import { offeringForServices } from "../../practice/offering-for-services.ts";
import type { Offering, Practice } from "../../practice/practice.ts";
import type { ResourceId } from "../../values/ids.ts";
import { type DialogueContext, today } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import {
  doctorHoursCue,
  doesItCue,
  howLongCue,
  offeredCue,
  whichPracticeCue,
  whoWorksHereCue,
  wrongNumberCue,
} from "../en/practice-cues-table.ts";
import { visitWantedCue } from "../en/staff-cues-table.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { keepFills } from "../keep-fills.ts";
import { askShort, end, type Move } from "../move.ts";
import { isClosedDay } from "../open-hours.ts";
import type { Saying } from "../saying.ts";
import { namedResource } from "../search/named-resource.ts";
import { askedField } from "./control.ts";

/** A question in the middle is answered, and the open question put again. */
export function questionAsked(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const answer = answerTo(state, hearing, context);
  if (answer !== null) return askShort(withWhatItIsAbout(state, hearing, context), answer);
  const doesIt = state.aim.kind === "wish" && doesItCue.test(hearing.words);
  return doesIt || actIn(hearing, "question") !== null ? askShort(state, { kind: "noFact" }) : null;
}

/**
 * Whoever asks what an oil change costs, or when a doctor is in, may want that next: nothing of it is asked for yet, but it is
 * kept in mind.
 */
function withWhatItIsAbout(state: DialogueState, hearing: Hearing, context: DialogueContext): DialogueState {
  const isAbout = isAboutOffering(hearing) || doctorAskedAbout(hearing, context.practice) !== null;
  if (state.aim.kind !== "wish" || !isAbout) return state;
  return { ...keepFills(state, hearing, context), fresh: [] };
}

/** "How much is a physical?", "do I have to fast before it?", "do you do tires?" */
export function isAboutOffering(hearing: Hearing): boolean {
  const topic = actIn(hearing, "question")?.topic ?? null;
  const { words } = hearing;
  return topic === "price" || topic === "preparation" || doesItCue.test(words) || howLongCue.test(words);
}

/** Whoever meant to call somebody else hears whom they have called. */
export function wrongNumber(state: DialogueState, hearing: Hearing): Move | null {
  if (!wrongNumberCue.test(hearing.words)) return null;
  return end(state, "done", "goodbye", { kind: "wrongNumber" });
}

/** The answer to a question that the turn holds, from the practice's own facts; null when there is none. */
export function answerTo(state: DialogueState, hearing: Hearing, context: DialogueContext): Saying | null {
  const topic = actIn(hearing, "question")?.topic ?? null;
  const { practice } = context;
  if (topic === "why") return { kind: "why", field: askedField(state) };
  if (topic === "robot" || topic === "whoIsThis") return { kind: "iAmAutomated" };
  const doctor = doctorAskedAbout(hearing, practice);
  if (doctor !== null) return { kind: "doctorHours", doctor, day: dayNamed(hearing) };
  return (
    byTopic(topic, hearing, context) ??
    factAsked(hearing, practice) ??
    aboutOffering(hearing, practice) ??
    factOn(topic, practice) ??
    (topic === "hours" ? hoursNow(context) : null) ??
    aboutPractice(hearing, practice)
  );
}

/** "When is Dr. Patel in?" */
function doctorAskedAbout({ text, words }: Hearing, practice: Practice): ResourceId | null {
  // Whoever goes on to say that they want to see the doctor is not told first when that is.
  const asks = doctorHoursCue.test(words) && !visitWantedCue.test(words);
  return asks ? namedResource(text, practice, false) : null;
}

function dayNamed({ said }: Hearing): Temporal.PlainDate | null {
  return said.readings.find((reading) => reading.kind === "date")?.value ?? null;
}

/** "On Saturdays", "on weekends". */
function weekdaysNamed({ said }: Hearing): readonly number[] | null {
  return said.readings.find((reading) => reading.kind === "days")?.value.weekdays ?? null;
}

/** On a holiday that is what is asked; else it is the hours of a week. */
function hoursNow(context: DialogueContext): Saying {
  const day = today(context);
  return isClosedDay(context.practice, day)
    ? { kind: "hoursOn", day }
    : { kind: "usualHours", weekdays: null };
}

/** What is answered for the day, the visit or the payer that the question names. */
function byTopic(topic: string | null, hearing: Hearing, context: DialogueContext): Saying | null {
  const { practice } = context;
  const { readings } = hearing.said;
  if (topic === "hours") {
    const day = dayNamed(hearing);
    if (day !== null) return { kind: "hoursOn", day };
    const weekdays = weekdaysNamed(hearing);
    return weekdays === null ? null : { kind: "usualHours", weekdays };
  }
  if (topic === "insurance") {
    const payer = readings.find((reading) => reading.kind === "payer");
    return payer === undefined ? null : { kind: "payerTaken", payer: payer.value };
  }
  const offering = topic === "price" || topic === "preparation" ? namedOffering(hearing, practice) : null;
  if (offering === null) return null;
  if (topic === "price") return offering.price === null ? null : { kind: "price", offering: offering.id };
  return offering.preparation === null ? null : { kind: "prepare", offering: offering.id };
}

/** The visit or service that a question is about. */
function namedOffering({ said, words }: Hearing, practice: Practice): Offering | null {
  const wanted = said.readings.flatMap((reading) => (reading.kind === "service" ? [reading.value] : []));
  const named = practice.offerings.find(({ name, alsoCalled }) =>
    [name.replace(/^an? /, ""), ...alsoCalled].some((one) => words.includes(one.toLowerCase())),
  );
  return offeringForServices(practice, wanted) ?? named ?? null;
}

/** A fact in the practice's own words for the question, which are closer to it than a topic is. */
function factAsked({ words }: Hearing, { facts }: Practice): Saying | null {
  const fact = facts.find(({ alsoAsked }) =>
    alsoAsked.some((phrase) => words.includes(phrase.toLowerCase())),
  );
  return fact === undefined ? null : { kind: "fact", fact };
}

function factOn(topic: string | null, { facts }: Practice): Saying | null {
  const fact = facts.find((one) => topic !== null && one.topic === topic);
  return fact === undefined ? null : { kind: "fact", fact };
}

/** "Do you do flu shots?", "how long does an oil change take?" */
function aboutOffering(hearing: Hearing, practice: Practice): Saying | null {
  const { words } = hearing;
  const [howLong, doesIt] = [howLongCue.test(words), doesItCue.test(words)];
  const vague = hearing.said.readings.some(
    ({ kind, value }) => kind === "service" && vagueServices.has(value),
  );
  const offering = (howLong || doesIt) && !vague ? namedOffering(hearing, practice) : null;
  if (offering === null) return null;
  return howLong ? { kind: "takes", offering: offering.id } : { kind: "doesIt", offering: offering.id };
}

/** Whether these can be done, and how long they take, nobody knows beforehand. */
const vagueServices: ReadonlySet<string> = new Set(["repair", "diagnostic", "other"]);

/** "What services do you offer?", "who are your doctors?", "is this the dentist?" */
function aboutPractice({ words }: Hearing, { offerings }: Practice): Saying | null {
  if (offeredCue.test(words))
    return { kind: "offered", offerings: offerings.slice(0, MOST_NAMED).map(({ id }) => id) };
  if (whoWorksHereCue.test(words)) return { kind: "whoWorksHere" };
  return whichPracticeCue.test(words) ? { kind: "iAmAutomated" } : null;
}

/** So many names can be listened to. */
const MOST_NAMED = 8;
