import { type FieldId, fieldIds } from "../core/dialogue/field-ids.ts";
import type { HeardPrompt } from "./caller.ts";

/** What a prompt wants of the caller, in the caller's mind. */
export type Topic =
  | { readonly kind: "welcome" }
  | { readonly kind: "field"; readonly field: FieldId }
  | { readonly kind: "confirmField"; readonly field: FieldId }
  | { readonly kind: "choose" }
  | { readonly kind: "confirmAll" }
  | { readonly kind: "correctWhat" }
  /** Shall the appointment be cancelled, will the caller come, … */
  | { readonly kind: "agree" }
  /** Another time, or cancel? */
  | { readonly kind: "instead" }
  | { readonly kind: "waitlist" }
  /** May a confirmation be texted? */
  | { readonly kind: "texts" }
  | { readonly kind: "resume" }
  /** Shall the call end here? */
  | { readonly kind: "reallyStop" }
  /** Something has been done, by the name of its outcome. */
  | { readonly kind: "told"; readonly outcome: string }
  | { readonly kind: "anythingElse" }
  | { readonly kind: "emergency" }
  | { readonly kind: "booked" }
  | { readonly kind: "farewell" }
  /** Some other question, to be answered with no. */
  | { readonly kind: "otherQuestion" }
  /** Whatever was asked last is asked again. */
  | { readonly kind: "again"; readonly about: Topic | null }
  | { readonly kind: "statement" };

const fixed: Readonly<Record<string, Topic>> = {
  howCanIHelp: { kind: "welcome" },
  wish: { kind: "welcome" },
  offerTimes: { kind: "choose" },
  readBack: { kind: "confirmAll" },
  "ask:agree": { kind: "agree" },
  "ask:instead": { kind: "instead" },
  "ask:waitlist": { kind: "waitlist" },
  "ask:texts": { kind: "texts" },
  "ask:resume": { kind: "resume" },
  "ask:reallyStop": { kind: "reallyStop" },
  "ask:correctWhat": { kind: "correctWhat" },
  "ask:when": { kind: "field", field: "time" },
  "ask:anythingElse": { kind: "anythingElse" },
  anythingElse: { kind: "anythingElse" },
  emergency: { kind: "emergency" },
  "ask:emergency": { kind: "emergency" },
  booked: { kind: "booked" },
  goodbye: { kind: "farewell" },
};

/** Purposes of prompts that say what has been done, beside `booked`. */
const told = [
  "rescheduled",
  "cancelled",
  "confirmed",
  "waiting",
  "ticketTaken",
  "callingStopped",
  "textsAnswered",
  "status",
  "transfer",
];

/** Reads the purpose of a prompt; its words decide only where the purpose leaves it open. */
export function topicOf(prompt: HeardPrompt): Topic {
  const known = fixed[prompt.purpose];
  if (known !== undefined) return known;
  if (told.includes(prompt.purpose)) return { kind: "told", outcome: prompt.purpose };
  const [kind = "", about = ""] = prompt.purpose.split(":");
  const field = fieldIds.find((id) => id === about);
  if (kind === "noInput")
    return { kind: "again", about: /anything else/i.test(prompt.text) ? { kind: "anythingElse" } : null };
  if (kind === "noMatch")
    return {
      kind: "again",
      about: field === undefined ? (fixed[about] ?? fixed[`ask:${about}`] ?? null) : { kind: "field", field },
    };
  if (field !== undefined) return { kind: kind === "confirm" ? "confirmField" : "field", field };
  return { kind: prompt.text.trimEnd().endsWith("?") ? "otherQuestion" : "statement" };
}

/** Whether the caller is wanted to answer; nobody interrupts what is only stated. */
export function isQuestion(purpose: string): boolean {
  return /^(?:ask:|confirm:|offerTimes|readBack)/.test(purpose);
}
