import { expect, test } from "vitest";
import { type Committed, untrueClaim } from "./claims.ts";

const nothing: Committed = { kinds: new Set(["held"]), confirmations: [], liveHolds: 1 };
const after = (kind: "booked" | "rescheduled" | "cancelled" | "ticketTaken"): Committed => ({
  kinds: new Set(["held", kind]),
  confirmations: ["K7M4QX"],
  liveHolds: 0,
});
const booked = after("booked");

const untrue: readonly (readonly [string, Committed])[] = [
  ["You're booked: Monday at nine.", nothing],
  ["You are all set.", nothing],
  ["You're booked for Monday at nine.", nothing],
  ["You're booked: Monday at nine.", after("rescheduled")],
  [
    "Your confirmation number is K as in kilo, seven, M as in mike, four, Q as in quebec, Y as in yankee.",
    booked,
  ],
  ["I've left word, and somebody will call you back.", nothing],
  ["Your visit on Monday is cancelled.", booked],
  ["Done. Your visit is now on Tuesday.", booked],
  ["You are on the waiting list.", nothing],
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
  ["You're booked for Monday at nine.", after("rescheduled")],
  ["Shall I book it?", nothing],
  ["The appointment is booked in the patient's name. What is the patient's name?", nothing],
  ["I've passed your message on to the team.", after("ticketTaken")],
  ["Your visit on Monday is cancelled.", after("cancelled")],
  ["Shall I cancel your visit on Monday?", nothing],
];
test.for(fine)("%s claims nothing untrue", ([text, committed]) => {
  expect(untrueClaim(text, committed)).toBeNull();
});
