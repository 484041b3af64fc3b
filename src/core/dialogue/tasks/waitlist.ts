import type { FieldId } from "../field-ids.ts";
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
  wanted: book.wanted,
  stages: ["identity", "fields", "waitlist"],
};
