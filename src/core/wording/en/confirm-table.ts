import type { FieldId } from "../../dialogue/field-ids.ts";

/** How a value is read back for a yes or no. */
export const confirmTable: Readonly<Record<FieldId, string>> = {
  complaint: "You would like to see a doctor about this: {value}. Is that right?",
  duration: "You have had it for {value}. Is that right?",
  pain: "The pain is at {value} out of ten. Is that right?",
  seenBefore: "I understood that {value}. Is that right?",
  name: "I have your name as {value}. Is that right?",
  dateOfBirth: "I have your date of birth as {value}. Is that right?",
  payer: "Your insurance is {value}. Is that right?",
  memberId: "I have your member ID as {value}. Is that right?",
  groupNumber: "I have the group number as {value}. Is that right?",
  address: "I have your address as {value}. Is that right?",
  phone: "I have your phone number as {value}. Is that right?",
  email: "I have your e-mail address as {value}. Is that right?",
  doctor: "You would like to see {value}. Is that right?",
  time: "Is {value} right?",
};

/** How an understood value is said back in passing; null = without words. The turn picks one of several. */
export const acknowledgeTable: Readonly<Record<FieldId, readonly string[] | null>> = {
  complaint: ["I understand: {value}.", "All right, {value}."],
  duration: null,
  pain: null,
  seenBefore: null,
  name: ["Thank you, {value}.", "Thanks, {value}."],
  dateOfBirth: ["{value}.", "{value}, thank you."],
  payer: ["{value}.", "{value}, good."],
  memberId: ["{value}."],
  groupNumber: ["{value}."],
  address: ["{value}."],
  phone: ["Thank you."],
  email: ["Thank you."],
  doctor: ["{value}."],
  time: null,
};
