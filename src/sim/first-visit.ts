import { type Caller, noErrand, plainHabits } from "./caller.ts";

/** The call by which a caller who has been seen before became known: the same person, then new, without peculiarities. */
export function firstVisitOf(caller: Caller): Caller {
  return {
    ...caller,
    name: `${caller.name}-first-visit`,
    opening: caller.truth.car === null ? null : `I need ${caller.truth.car.work}.`,
    truth: { ...caller.truth, seenBefore: false },
    wish: { doctor: null, days: "any" },
    // By the plate they are recognised later.
    habits: { ...plainHabits, together: caller.truth.car === null ? [] : [["name", "plate"]] },
    errand: noErrand,
    outcome: "booked",
  };
}
