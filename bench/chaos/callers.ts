import type { Caller } from "../../src/sim/caller.ts";
import { newPatient } from "../../src/sim/callers/new-patient.ts";
import { severalAnswers } from "../../src/sim/callers/several-answers.ts";
import { findCaller } from "../../src/sim/callers.ts";
import { plainSpokenManners, type SpokenManners } from "../../src/sim/spoken-manners.ts";

/** Answers at once, so that a call takes a third of its time. */
export const hasty: SpokenManners = { ...plainSpokenManners, reactionMs: [120, 200] };

/** Books in seven turns: most is said in one breath, and of a check-up nobody asks how long it has hurt. */
export const books: Caller = {
  ...severalAnswers,
  opening: "I'd like to book a physical, please.",
  truth: { ...severalAnswers.truth, complaint: "a physical" },
  habits: {
    ...severalAnswers.habits,
    volunteers: [],
    together: [["name", "dateOfBirth", "payer", "doctor"]],
  },
};

/** Says what no rule knows an answer to, in the middle of the questions. */
export const wandersOff: Caller = {
  ...books,
  habits: {
    ...books.habits,
    asksMeanwhile: { field: "address", question: "My cousin says you have a nice aquarium by the entrance?" },
  },
};

/** Wants the confirmation by mail. */
export const wantsMail: Caller = {
  ...books,
  truth: { ...books.truth, email: newPatient.truth.email },
};

/** Has something to discuss once the time stands. */
export const wantsPersonToo: Caller = {
  ...books,
  next: { opening: "Can I speak to a real person, please?", outcome: "person" },
};

export const newCarByVin = known("new-car-by-vin");

/** Needs none of the services, and is not to notice that one fails. */
export const bystander = known("asks-about-the-address");

function known(name: string): Caller {
  const caller = findCaller(name);
  if (caller === null) throw new Error(`There is no caller ${name}.`);
  return caller;
}

/** People of a run are different people: each has a number and a birthday of their own. */
export function asSomebodyElse(caller: Caller, seed: number): Caller {
  const number = 100 + (seed % 100);
  const area = 201 + Math.floor(seed / 100);
  const born = Temporal.PlainDate.from(caller.truth.dateOfBirth).subtract({ days: seed });
  return {
    ...caller,
    truth: { ...caller.truth, phone: `+1${area}5550${number}`, dateOfBirth: born.toString() },
  };
}
