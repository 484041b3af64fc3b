import type { ModelQuestion } from "../../core/dialogue/model/model-question.ts";
import { hide } from "../../core/values/private.ts";

/** A question with something of everything in it. `words` are what the caller said. */
export function exampleQuestion(words: string): ModelQuestion {
  return {
    words: hide({ text: words, alternatives: [words] }),
    asked: "offerTimes",
    question: hide("I have Tuesday at nine or Wednesday at ten. Which one would you like?"),
    task: "book",
    before: [
      { by: "agent", purpose: "howCanIHelp" },
      { by: "caller", words: hide("an appointment please") },
    ],
    today: "2026-03-02",
    timeZone: "America/Los_Angeles",
    fields: ["time", "name"],
    commands: ["no", "repeat", "person"],
    tasks: ["cancel", "reschedule"],
    lookUps: ["bookings"],
    offers: [
      { id: "offer-1", words: hide("2026-03-03T09:00 Dr. Elena Garcia") },
      { id: "offer-2", words: hide("2026-03-04T10:00 Dr. Elena Garcia") },
    ],
    facts: [
      { id: "fact-parking", words: hide("Parking is free.") },
      { id: "fact-parking-long", words: hide("You may park for two hours.") },
      { id: "fact-hours", words: hide("We are open until five.") },
    ],
  };
}

/** The form of that question with nothing in it. */
export const nothingSaid = {
  facts: [],
  fields: [],
  offer: null,
  task: null,
  lookUp: null,
  command: null,
} as const;
