import { type Caller, noErrand, plainHabits } from "./caller.ts";

/** The call by which a caller who has been seen before became known: the same person, then new, without peculiarities. */
export function firstVisitOf(caller: Caller): Caller {
  return {
    ...caller,
    name: `${caller.name}-first-visit`,
    opening: null,
    truth: { ...caller.truth, seenBefore: false },
    wish: { doctor: null, days: "any" },
    habits: plainHabits,
    errand: noErrand,
    outcome: "booked",
  };
}
