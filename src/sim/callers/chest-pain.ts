import { type Caller, plainHabits } from "../caller.ts";
import { newPatient } from "./new-patient.ts";

export const chestPain: Caller = {
  name: "chest-pain",
  about: "Has chest pain and must hear the emergency instruction, and no appointment.",
  practice: "clinic",
  voice: "alan",
  opening: "I have chest pain.",
  truth: { ...newPatient.truth, given: "James", family: "Wilson", complaint: "chest pain" },
  wish: { doctor: null, days: "any" },
  habits: plainHabits,
  outcome: "emergency",
};
