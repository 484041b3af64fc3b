import { type Caller, plainHabits } from "../caller.ts";
import { newPatient } from "./new-patient.ts";

export const asksQuestions: Caller = {
  name: "asks-questions",
  about: "Asks about opening hours and parking before booking.",
  practice: "clinic",
  voice: "bruce",
  opening: null,
  truth: {
    ...newPatient.truth,
    given: "Robert",
    family: "Taylor",
    dateOfBirth: "1958-12-09",
    phone: "+15035550167",
    email: null,
    payer: "self",
    payerSpoken: "self pay",
    memberId: null,
    complaint: "an earache",
    duration: { spoken: "five days", iso: "P5D" },
    pain: 5,
  },
  wish: { doctor: null, days: "any" },
  habits: { ...plainHabits, asksFirst: ["What are your opening hours?", "Is there parking?"] },
  outcome: "booked",
};
