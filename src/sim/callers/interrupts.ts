import { type Caller, plainHabits } from "../caller.ts";
import { newPatient } from "./new-patient.ts";

export const interrupts: Caller = {
  name: "interrupts",
  about: "Answers many questions before they have been said to the end.",
  practice: "clinic",
  voice: "karl",
  opening: null,
  truth: {
    ...newPatient.truth,
    given: "Thomas",
    family: "Anderson",
    dateOfBirth: "1979-01-24",
    phone: "+15035550178",
    email: null,
    payer: "self",
    payerSpoken: "self pay",
    memberId: null,
    complaint: "knee pain",
    duration: { spoken: "three weeks", iso: "P3W" },
    pain: 6,
  },
  wish: { doctor: null, days: "any" },
  habits: { ...plainHabits, interrupts: 0.5 },
  outcome: "booked",
};
