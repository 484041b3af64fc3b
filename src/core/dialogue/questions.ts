import { askedField } from "./control.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { actIn, type Hearing } from "./hearing.ts";
import { askShort, type Move } from "./move.ts";
import type { Saying } from "./saying.ts";

/** A question in the middle is answered, and the open question put again. */
export function questionAsked(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const answer = answerTo(state, hearing, context);
  if (answer !== null) return askShort(state, answer);
  return actIn(hearing, "question") === null ? null : askShort(state, { kind: "noFact" });
}

/** The answer to a question that the turn holds, from the practice's own facts; null when there is none. */
export function answerTo(
  state: DialogueState,
  hearing: Hearing,
  { practice }: DialogueContext,
): Saying | null {
  const topic = actIn(hearing, "question")?.topic ?? null;
  if (topic === "why") return { kind: "why", field: askedField(state) };
  if (topic === "robot" || topic === "whoIsThis") return { kind: "iAmAutomated" };
  const payer = hearing.said.readings.find((reading) => reading.kind === "payer");
  if (topic === "insurance" && payer !== undefined) return { kind: "payerTaken", payer: payer.value };
  const words = hearing.text.toLowerCase();
  const fact =
    practice.facts.find((one) => topic !== null && one.topic === topic) ??
    practice.facts.find(({ alsoAsked }) => alsoAsked.some((phrase) => words.includes(phrase.toLowerCase())));
  if (fact !== undefined) return { kind: "fact", fact };
  return topic === "hours" ? { kind: "hoursToday" } : null;
}
