import { type Caller, plainHabits } from "../caller.ts";

export const severalAnswers: Caller = {
  name: "several-answers",
  about: "A new patient who answers several questions in one breath.",
  practice: "clinic",
  voice: "ken",
  opening: null,
  truth: {
    given: "Sarah",
    family: "Johnson",
    dateOfBirth: "1972-11-21",
    phone: "+15035550134",
    email: null,
    address: {
      number: "1208",
      street: "Park Avenue",
      city: "Beaverton",
      state: "OR",
      stateSpoken: "Oregon",
      zip: "97005",
    },
    payer: "self",
    payerSpoken: "self pay",
    memberId: null,
    groupNumber: null,
    seenBefore: false,
    complaint: "a headache",
    duration: { spoken: "two weeks", iso: "P2W" },
    pain: 6,
    car: null,
  },
  wish: { doctor: { id: "chen", spoken: "Doctor Chen" }, days: "any" },
  habits: {
    ...plainHabits,
    volunteers: ["complaint"],
    together: [
      ["name", "dateOfBirth"],
      ["complaint", "duration"],
    ],
  },
  outcome: "booked",
};
