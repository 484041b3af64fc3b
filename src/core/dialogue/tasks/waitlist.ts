import type { DialogueState } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import { targetBooking } from "../search/target-booking.ts";
import { book } from "./book.ts";
import type { Task } from "./task.ts";

/** What a person on the list is told by, and what they wait for. */
const needed: readonly FieldId[] = [
  "complaint",
  "services",
  "seenBefore",
  "name",
  "dateOfBirth",
  "phone",
  "email",
  "doctor",
  "time",
];

/** Puts the caller on the list of those who are told when a time comes free. */
export const waitlist: Task = {
  id: "waitlist",
  fields: (practice, state) => book.fields(practice, state).filter((field) => needed.includes(field)),
  wanted: {
    ...book.wanted,
    complaint: isNew,
    services: isNew,
    seenBefore: (state, practice) => isNew(state) && (book.wanted.seenBefore?.(state, practice) ?? true),
    doctor: (state, practice) => isNew(state) && (book.wanted.doctor?.(state, practice) ?? true),
  },
  stages: ["identity", "fields", "waitlist"],
};

/** Whoever waits for another time of a booking has told what it is about. */
function isNew(state: DialogueState): boolean {
  return targetBooking(state) === null;
}
