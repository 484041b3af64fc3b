import { expect, test } from "vitest";
import { type Committed, untrueClaim } from "./claims.ts";

const nothing: Committed = { confirmations: [], tickets: 0, liveHolds: 1 };
const booked: Committed = { ...nothing, confirmations: ["K7M4QX"] };

const untrue: readonly (readonly [string, Committed])[] = [
  ["You're booked: Monday at nine.", nothing],
  ["You are all set.", nothing],
  [
    "Your confirmation number is K as in kilo, seven, M as in mike, four, Q as in quebec, Y as in yankee.",
    booked,
  ],
  ["Thank you. I've left a message, and somebody will call you back.", nothing],
];
test.for(untrue)("%s is claimed and not so", ([text, committed]) => {
  expect(untrueClaim(text, committed)).not.toBeNull();
});

const fine: readonly (readonly [string, Committed])[] = [
  ["You're booked: Monday at nine.", booked],
  [
    "Your confirmation number is K as in kilo, seven, M as in mike, four, Q as in quebec, X as in x-ray.",
    booked,
  ],
  ["Shall I book it?", nothing],
  ["The appointment is booked in the patient's name. What is the patient's name?", nothing],
  ["I've left a message.", { ...nothing, tickets: 1 }],
];
test.for(fine)("%s claims nothing untrue", ([text, committed]) => {
  expect(untrueClaim(text, committed)).toBeNull();
});
