import { offeringForServices } from "../../practice/offering-for-services.ts";
import type { Offering, Practice } from "../../practice/practice.ts";
import { type DialogueContext, today } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { offeredCue, wrongNumberCue } from "../en/task-cues-table.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { askShort, end, type Move } from "../move.ts";
import type { Saying } from "../saying.ts";
import { askedField } from "./control.ts";

/** A question in the middle is answered, and the open question put again. */
export function questionAsked(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const answer = answerTo(state, hearing, context);
  if (answer !== null) return askShort(state, answer);
  return actIn(hearing, "question") === null ? null : askShort(state, { kind: "noFact" });
}

/** Whoever meant to call somebody else hears whom they have called. */
export function wrongNumber(state: DialogueState, hearing: Hearing): Move | null {
  if (!wrongNumberCue.test(hearing.text.toLowerCase())) return null;
  return end(state, "done", "goodbye", { kind: "wrongNumber" });
}

/** The answer to a question that the turn holds, from the practice's own facts; null when there is none. */
export function answerTo(state: DialogueState, hearing: Hearing, context: DialogueContext): Saying | null {
  const topic = actIn(hearing, "question")?.topic ?? null;
  const { practice } = context;
  if (topic === "why") return { kind: "why", field: askedField(state) };
  if (topic === "robot" || topic === "whoIsThis") return { kind: "iAmAutomated" };
  return (
    byTopic(topic, hearing, context) ??
    factAbout(topic, hearing.text, practice) ??
    (topic === "hours" ? { kind: "hoursOn", day: today(context) } : null) ??
    offered(hearing, practice)
  );
}

/** What is answered for the day, the visit or the payer that the question names. */
function byTopic(topic: string | null, hearing: Hearing, context: DialogueContext): Saying | null {
  const { practice } = context;
  const { readings } = hearing.said;
  if (topic === "hours") {
    const day = readings.find((reading) => reading.kind === "date");
    return day === undefined ? null : { kind: "hoursOn", day: day.value };
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
function namedOffering({ said, text }: Hearing, practice: Practice): Offering | null {
  const wanted = said.readings.flatMap((reading) => (reading.kind === "service" ? [reading.value] : []));
  const words = text.toLowerCase();
  const named = practice.offerings.find(({ name, alsoCalled }) =>
    [name.replace(/^an? /, ""), ...alsoCalled].some((one) => words.includes(one.toLowerCase())),
  );
  return offeringForServices(practice, wanted) ?? named ?? null;
}

function factAbout(topic: string | null, text: string, { facts }: Practice): Saying | null {
  const words = text.toLowerCase();
  const fact =
    facts.find((one) => topic !== null && one.topic === topic) ??
    facts.find(({ alsoAsked }) => alsoAsked.some((phrase) => words.includes(phrase.toLowerCase())));
  return fact === undefined ? null : { kind: "fact", fact };
}

/** "What services do you offer?" */
function offered(hearing: Hearing, { offerings }: Practice): Saying | null {
  if (!offeredCue.test(hearing.text.toLowerCase())) return null;
  return { kind: "offered", offerings: offerings.slice(0, mostNamed).map(({ id }) => id) };
}

/** So many names can be listened to. */
const mostNamed = 8;
