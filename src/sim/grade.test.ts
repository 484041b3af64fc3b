import { expect, test } from "vitest";
import type { BookingSeen } from "./call-report.ts";
import type { Caller } from "./caller.ts";
import { chestPain } from "./callers/chest-pain.ts";
import { newPatient } from "./callers/new-patient.ts";
import { nextWeek } from "./callers/next-week.ts";
import { type CallEvidence, gradeCall } from "./grade.ts";
import { changesBetween, emptyLedger, type LedgerChanges } from "./ledger-changes.ts";
import { bookingSeen } from "./testing/booking-seen.ts";

const booking = bookingSeen;
const noChanges = changesBetween(emptyLedger, emptyLedger);
/** The evidence with these changes of the ledger instead. */
const withChanges = (changes: Partial<LedgerChanges>): CallEvidence => ({
  ...evidence,
  changes: { ...noChanges, ...changes },
});

const evidence: CallEvidence = {
  caller: newPatient,
  changes: { ...noChanges, booked: [booking] },
  told: new Set(["booked"]),
  heardBooked: "You are booked. Your confirmation number is K, 7, M, 4, Q, X.",
  heardEmergency: false,
  today: Temporal.PlainDate.from("2026-03-02"),
  practice: {
    timeZone: "America/Los_Angeles",
    askFor: ["complaint", "name", "dateOfBirth", "payer", "address", "phone", "email"],
  },
};

test("a row that is exactly the goal passes", () => {
  expect(gradeCall(evidence)).toEqual([]);
});

const wrong: readonly [fault: string, change: Partial<BookingSeen>][] = [
  ["date of birth", { details: { ...booking.details, dateOfBirth: "1985-03-15" } }],
  ["telephone number", { details: { ...booking.details, phone: null } }],
  ["address", { details: { ...booking.details, address: null } }],
  ["reason", { visit: { ...booking.visit, complaint: "a sore foot", complaintCategory: "footPain" } }],
  ["pain", { visit: { ...booking.visit, pain: 10 } }],
  ["duration", { visit: { ...booking.visit, duration: "P3W" } }],
  ["confirmation number", { confirmation: "K7M4QY" }],
];
for (const [fault, change] of wrong)
  test(`a wrong ${fault} fails`, () => {
    const faults = gradeCall(withChanges({ booked: [{ ...booking, ...change }] }));
    expect(faults.length).toBe(1);
    expect(faults[0]).toContain(fault);
  });

test("the same reason in other words passes", () => {
  const visit = { ...booking.visit, complaint: "my throat hurts", complaintCategory: "soreThroat" };
  expect(gradeCall(withChanges({ booked: [{ ...booking, visit }] }))).toEqual([]);
});

test("no row fails", () => {
  expect(gradeCall(withChanges({}))).toEqual(["There is no booking."]);
});

test("a booking that was never spoken of fails", () => {
  expect(gradeCall({ ...evidence, heardBooked: null })).toEqual([
    "The caller was not told that it is booked.",
  ]);
});

test("an emergency needs the instruction and no booking", () => {
  const emergency = { ...withChanges({}), caller: chestPain };
  expect(gradeCall({ ...emergency, heardEmergency: true })).toEqual([]);
  expect(gradeCall(emergency).length).toBe(1);
  expect(gradeCall({ ...evidence, caller: chestPain, heardEmergency: true }).length).toBe(1);
});

test("next week is Monday to Sunday after this week", () => {
  const on = (day: string): readonly string[] => {
    const start = Temporal.ZonedDateTime.from(`${day}T10:00[America/Los_Angeles]`).epochMilliseconds;
    const faults = gradeCall({ ...withChanges({ booked: [{ ...booking, start }] }), caller: nextWeek });
    return faults.filter((fault) => fault.includes("next week"));
  };
  expect(["2026-03-08", "2026-03-16"].map((day) => on(day).length)).toEqual([1, 1]);
  expect(["2026-03-09", "2026-03-15"].map((day) => on(day).length)).toEqual([0, 0]);
});

const cancels: Caller = { ...newPatient, outcome: "cancelled" };

test("another errand needs exactly its own change, and to be told of it", () => {
  const done = { ...withChanges({ cancelled: [booking] }), caller: cancels };
  expect(gradeCall({ ...done, told: new Set(["cancelled"]) })).toEqual([]);
  expect(gradeCall({ ...done, told: new Set() })).toEqual(["The caller was not told that it is done."]);
});

test("who is not to be called any more is so in the ledger, not only by our words", () => {
  const stops: Caller = { ...newPatient, outcome: "stopped" };
  const told = new Set(["callingStopped"]);
  const stopped = { ...withChanges({ callsStopped: 1, textsRefused: 1 }), caller: stops, told };
  expect(gradeCall(stopped)).toEqual([]);
  expect(gradeCall({ ...withChanges({}), caller: stops, told })).toEqual([
    "The number may still be called.",
    "The number may still be texted.",
  ]);
  expect(gradeCall(withChanges({ booked: [booking], callsStopped: 1 }))).toEqual([
    "A number is not to be called whose owner did not say so.",
  ]);
});

test("what is kept about texts is what the caller has said", () => {
  const refuses: Caller = { ...newPatient, habits: { ...newPatient.habits, wantsTexts: false } };
  const [allowed, refused] = [{ textsAllowed: 1 }, { textsRefused: 1 }].map((texts) =>
    withChanges({ booked: [booking], ...texts }),
  );
  expect(gradeCall(allowed ?? evidence)).toEqual([]);
  expect(gradeCall({ ...evidence, ...refused, caller: refuses })).toEqual([]);
  expect(gradeCall({ ...evidence, ...allowed, caller: refuses })).toHaveLength(1);
  expect(gradeCall(refused ?? evidence)).toHaveLength(1);
});

test("a write that nobody wanted fails", () => {
  const wrong = withChanges({ cancelled: [booking], booked: [booking] });
  expect(gradeCall({ ...wrong, caller: cancels, told: new Set(["cancelled"]) })).toEqual([
    "There is a booking that nobody wanted.",
  ]);
  expect(gradeCall({ ...withChanges({ moved: [booking] }), caller: cancels })).toContain(
    "An appointment was moved that should have stayed.",
  );
});
