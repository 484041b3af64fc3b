import { type Caller, plainHabits } from "../caller.ts";
import { newPatient } from "./new-patient.ts";

export const knownPatient: Caller = {
  name: "known-patient",
  about: "Has been there before and finds insurance, address, phone and e-mail on file.",
  practice: "clinic",
  voice: "rob",
  opening: null,
  truth: {
    ...newPatient.truth,
    given: "Daniel",
    family: "Martin",
    dateOfBirth: "1981-10-12",
    phone: "+15035550189",
    email: "daniel.martin@example.com",
    seenBefore: true,
    complaint: "a rash",
    duration: { spoken: "four days", iso: "P4D" },
    pain: 1,
  },
  wish: { doctor: null, days: "any" },
  habits: plainHabits,
  outcome: "booked",
};
