import { type FieldId, fieldIds } from "../core/dialogue/field-ids.ts";
import type { HeardPrompt } from "./caller.ts";

/** What a prompt wants of the caller, in the caller's mind. */
export type Topic =
  | { readonly kind: "welcome" }
  | { readonly kind: "field"; readonly field: FieldId }
  | { readonly kind: "confirmField"; readonly field: FieldId }
  | { readonly kind: "choose" }
  | { readonly kind: "confirmAll" }
  | { readonly kind: "anythingElse" }
  | { readonly kind: "emergency" }
  | { readonly kind: "booked" }
  | { readonly kind: "farewell" }
  /** Some other question, to be answered with no. */
  | { readonly kind: "otherQuestion" }
  /** Asks for the last answer again. */
  | { readonly kind: "again" }
  | { readonly kind: "statement" };

const byWord: readonly (readonly [RegExp, Exclude<Topic["kind"], "field" | "confirmField">])[] = [
  [/emergency|crisis/, "emergency"],
  [/^booked/, "booked"],
  [/goodbye|farewell|hang/i, "farewell"],
  [/anything/i, "anythingElse"],
  [/offer|openings|choose/i, "choose"],
  [/readback|confirm|summary/i, "confirmAll"],
  [/greeting|welcome|open|howCanIHelp/i, "welcome"],
  [/nomatch|noinput|again|silent/i, "again"],
];

/** Reads the purpose of a prompt; its words decide only where the purpose leaves it open. */
export function topicOf(prompt: HeardPrompt): Topic {
  const words = prompt.purpose.split(/[:/]/);
  const field = words.map(asField).find((found) => found !== null);
  if (field !== undefined && field !== null) {
    const confirms = words.some((word) => /^(confirm|readBack|verify|check)/i.test(word));
    return { kind: confirms ? "confirmField" : "field", field };
  }
  const known = byWord.find(([pattern]) => pattern.test(prompt.purpose));
  if (known !== undefined) return { kind: known[1] };
  return { kind: prompt.text.trimEnd().endsWith("?") ? "otherQuestion" : "statement" };
}

function asField(word: string): FieldId | null {
  return fieldIds.find((field) => field === word) ?? null;
}
