import type { ModelField, ModelTask } from "../core/dialogue/model/model-question.ts";

/** What each field holds, for a model; a field without a note speaks for itself. */
export const fieldNotes: { readonly [F in ModelField]?: string } = {
  complaint: "what is wrong, or what the visit is for",
  duration: 'how long it has lasted: "two days", "since monday"',
  pain: "a number from 0 to 10",
  seenBefore: '"yes" when they have been here before, "no" when they are new',
  referral: '"yes" when a doctor has referred them',
  services: 'what is to be done to the car: "oil change"',
  waiting: '"yes" when they wait for the car, "no" when they drop it off',
  payer: 'the insurance company, or "self pay"',
  memberId: "of the insurance card",
  groupNumber: "of the insurance card",
  doctor: 'whom they want to see, or "anyone"',
  staff: "whom a message is for",
  time: 'the day or time that they wish for: "next tuesday afternoon", "after four"',
  zip: "five digits",
  plate: "of the car",
  vin: "of the car",
  vehicle: 'year, make and model: "2018 honda civic"',
  mileage: "of the car",
};

export const taskNotes: { readonly [T in ModelTask]: string } = {
  book: "a new appointment",
  reschedule: "another time for an appointment that they have",
  cancel: "no appointment any more",
  confirm: "when their appointment is, or that they will come",
  nextAvailable: "when the next free time is",
  message: "to tell somebody something, test results, a refill",
  status: "whether their car is ready",
};
