import type { FieldId } from "../core/dialogue/field-ids.ts";

/**
 * Ways to answer; `*` stands for the value. The first row is for a first answer, the second for when asked again. Courtesies have
 * no comma before them: people run them together, and the voices make a pause of every comma.
 */
export const sentences: Readonly<Record<FieldId, readonly [readonly string[], readonly string[]]>> = {
  complaint: [
    ["I have *.", "I've got *.", "It's about *."],
    ["*.", "I have *."],
  ],
  duration: [["*.", "About *.", "For *.", "For about *."], ["*."]],
  pain: [["*.", "About a *.", "I'd say *.", "* out of ten.", "Maybe a *."], ["*."]],
  seenBefore: [["*."], ["*."]],
  name: [["*.", "My name is *.", "It's *.", "This is *."], ["*."]],
  dateOfBirth: [["*.", "It's *.", "I was born on *.", "My date of birth is *."], ["*."]],
  payer: [["*.", "I have *.", "It's *.", "I'm with *."], ["*."]],
  memberId: [["*.", "It's *.", "The number is *."], ["*."]],
  groupNumber: [["*.", "It's *."], ["*."]],
  address: [["*.", "It's *.", "I live at *."], ["*."]],
  phone: [["*.", "It's *.", "My number is *."], ["*."]],
  email: [["*.", "It's *.", "My email is *."], ["*."]],
  booking: [["*."], ["*."]],
  reason: [["*."], ["*."]],
  staff: [["*."], ["*."]],
  messageText: [["*."], ["*."]],
  vehicle: [["It's a *.", "A *.", "*."], ["*."]],
  services: [["I need *.", "*.", "It's about *."], ["*."]],
  waiting: [["*."], ["*."]],
  referral: [["*."], ["*."]],
  zip: [["*."], ["*."]],
  plate: [["The license plate is *.", "My plate is *."], ["*."]],
  vin: [["*."], ["*."]],
  mileage: [["About *.", "*.", "* miles."], ["*."]],
  doctor: [["* please.", "*.", "I'd like to see *."], ["*."]],
  time: [["*.", "* please."], ["*."]],
};

export const yes: readonly string[] = [
  "Yes.",
  "Yes that's right.",
  "Yes please.",
  "Yeah.",
  "That's right.",
  "Correct.",
  "Yep.",
];
export const no: readonly string[] = ["No.", "No that's wrong.", "No that's not right."];
/** To "shall I cancel it?" and "will you be there?". */
export const waitsThere: readonly string[] = ["I'll wait", "I'd like to wait", "Yes, I'll wait there"];
export const dropsOff: readonly string[] = ["I'll drop it off", "No, I'll drop it off"];
export const unknown: readonly string[] = ["I don't know", "I'm not sure"];
export const agree: readonly string[] = ["Yes.", "Yes please.", "Yeah.", "Yes that's right."];
export const anotherTime: readonly string[] = ["Another time please.", "Another time."];
export const cancelIt: readonly string[] = ["Cancel it please.", "Just cancel it."];
export const wrongNumber: readonly string[] = [
  "Sorry, wrong number.",
  "I think I have the wrong number.",
  "Oh sorry, I have the wrong number.",
];
export const ratherNot: readonly string[] = ["I'd rather not say", "Skip", "No reason"];
export const anyoneThere: readonly string[] = ["Anyone", "It doesn't matter"];
export const allRight: readonly string[] = [
  "Nothing, it's all right.",
  "Nothing.",
  "No, it's fine as it is.",
];
export const newHere: readonly string[] = [
  "No, I'm a new patient",
  "I'm a new patient",
  "No, this is my first time",
  "No",
];
export const referred: readonly string[] = ["Yes, my doctor referred me", "Yes", "Yes, I have a referral"];

export const knownHere: readonly string[] = ["Yes, I have", "Yes", "Yes, I've been there before"];
export const selfPay: readonly string[] = [
  "I don't have insurance",
  "I'll pay myself",
  "I'm paying out of pocket",
];
export const none: readonly string[] = ["I don't have one", "I don't have that"];
export const anyDoctor: readonly string[] = [
  "No preference",
  "I don't mind",
  "Anyone is fine",
  "It doesn't matter",
];
export const anyTime: readonly string[] = ["As soon as possible", "Any time", "The earliest you have"];
export const nextWeek: readonly string[] = [
  "Next week",
  "Sometime next week",
  "Do you have anything next week",
];
export const refuse: readonly string[] = [
  "None of those work.",
  "No, none of those.",
  "Those don't work for me.",
];
export const refuseForNextWeek: readonly string[] = [
  "None of those work. Do you have anything next week?",
  "No, next week please.",
  "Do you have something next week?",
];
/** `*` is the place among the times that were offered. */
export const takeOne: readonly string[] = [
  "The * one.",
  "The * one please.",
  "I'll take the * one.",
  "The *.",
];
export const places: readonly string[] = ["first", "second", "third"];
export const nothingElse: readonly string[] = [
  "No thank you.",
  "No that's all.",
  "That's all thank you.",
  "No thanks.",
];
export const wantAppointment: readonly string[] = [
  "I'd like to make an appointment.",
  "I need to see a doctor.",
  "I'd like to book an appointment please.",
  "I want to make an appointment.",
];

/** What callers call a field when they come back to it. */
export const fieldNames: Readonly<Record<FieldId, string>> = {
  complaint: "problem",
  duration: "problem",
  pain: "pain",
  seenBefore: "answer",
  name: "name",
  dateOfBirth: "date of birth",
  payer: "insurance",
  memberId: "member ID",
  groupNumber: "group number",
  address: "address",
  phone: "phone number",
  email: "email",
  booking: "appointment",
  reason: "reason",
  staff: "name",
  messageText: "message",
  vehicle: "vehicle",
  services: "service",
  waiting: "answer",
  referral: "answer",
  zip: "ZIP code",
  plate: "license plate",
  vin: "vehicle number",
  mileage: "miles",
  doctor: "doctor",
  time: "time",
};
