/** Every datum that a task may need of the caller, in the order in which a clinic asks unless its file says otherwise. */
export const fieldIds = [
  "complaint",
  "duration",
  "pain",
  "seenBefore",
  "name",
  "dateOfBirth",
  "payer",
  "memberId",
  "groupNumber",
  "address",
  "phone",
  "email",
  "doctor",
  "time",
] as const;

export type FieldId = (typeof fieldIds)[number];
