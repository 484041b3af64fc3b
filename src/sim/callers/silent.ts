import { type Caller, plainHabits } from "../caller.ts";
import { newPatient } from "./new-patient.ts";

export const silent: Caller = {
  name: "silent",
  about: "Says nothing at all; the agent must ask again and end politely.",
  practice: "clinic",
  voice: "rob",
  opening: null,
  truth: newPatient.truth,
  wish: { doctor: null, days: "any" },
  habits: { ...plainHabits, silentFrom: 1 },
  outcome: "silence",
};
