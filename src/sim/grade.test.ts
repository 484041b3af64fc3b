import { expect, test } from "vitest";
import type { BookingSeen } from "./call-report.ts";
import { chestPain } from "./callers/chest-pain.ts";
import { newPatient } from "./callers/new-patient.ts";
import { nextWeek } from "./callers/next-week.ts";
import { type CallEvidence, gradeCall } from "./grade.ts";

const { truth } = newPatient;

const booking: BookingSeen = {
  confirmation: "K7M4QX",
  practice: "clinic",
  resource: "garcia",
  offering: "newPatient",
  start: Date.UTC(2026, 2, 3, 17),
  end: Date.UTC(2026, 2, 3, 17, 45),
  state: "booked",
  call: "CA1",
  details: {
    given: truth.given,
    family: truth.family,
    dateOfBirth: truth.dateOfBirth,
    phone: truth.phone,
    email: truth.email,
    address: {
      number: "350",
      street: "Maple Ave",
      unit: null,
      city: "Portland",
      state: "OR",
      zip: "97205",
      poBox: null,
    },
    addressState: "unverified",
    payer: truth.payer,
    memberId: truth.memberId,
    groupNumber: null,
    vehicle: null,
  },
  visit: {
    complaint: "I have a sore throat",
    complaintCategory: "throat",
    duration: "P3D",
    pain: 4,
    urgency: "routine",
    services: [],
    waiting: null,
    mileage: null,
  },
};

const evidence: CallEvidence = {
  caller: newPatient,
  booking,
  heardBooked: "You are booked. Your confirmation number is K, 7, M, 4, Q, X.",
  heardEmergency: false,
  today: Temporal.PlainDate.from("2026-03-02"),
  timeZone: "America/Los_Angeles",
};

test("a row that is exactly the goal passes", () => {
  expect(gradeCall(evidence)).toEqual([]);
});

const wrong: readonly [fault: string, change: Partial<BookingSeen>][] = [
  ["date of birth", { details: { ...booking.details, dateOfBirth: "1985-03-15" } }],
  ["telephone number", { details: { ...booking.details, phone: null } }],
  ["address", { details: { ...booking.details, address: null } }],
  ["reason", { visit: { ...booking.visit, complaint: "a sore foot" } }],
  ["pain", { visit: { ...booking.visit, pain: 10 } }],
  ["duration", { visit: { ...booking.visit, duration: "P3W" } }],
  ["cancelled", { state: "cancelled" }],
  ["confirmation number", { confirmation: "K7M4QY" }],
];
for (const [fault, change] of wrong)
  test(`a wrong ${fault} fails`, () => {
    const faults = gradeCall({ ...evidence, booking: { ...booking, ...change } });
    expect(faults.length).toBe(1);
    expect(faults[0]).toContain(fault);
  });

test("no row fails", () => {
  expect(gradeCall({ ...evidence, booking: null })).toEqual(["There is no booking."]);
});

test("a booking that was never spoken of fails", () => {
  expect(gradeCall({ ...evidence, heardBooked: null })).toEqual([
    "The caller was not told that it is booked.",
  ]);
});

test("an emergency needs the instruction and no booking", () => {
  const emergency = { ...evidence, caller: chestPain, booking: null };
  expect(gradeCall({ ...emergency, heardEmergency: true })).toEqual([]);
  expect(gradeCall(emergency).length).toBe(1);
  expect(gradeCall({ ...emergency, heardEmergency: true, booking }).length).toBe(1);
});

test("next week is Monday to Sunday after this week", () => {
  const on = (day: string): readonly string[] => {
    const start = Temporal.ZonedDateTime.from(`${day}T10:00[America/Los_Angeles]`).epochMilliseconds;
    const faults = gradeCall({ ...evidence, caller: nextWeek, booking: { ...booking, start } });
    return faults.filter((fault) => fault.includes("next week"));
  };
  expect(["2026-03-08", "2026-03-16"].map((day) => on(day).length)).toEqual([1, 1]);
  expect(["2026-03-09", "2026-03-15"].map((day) => on(day).length)).toEqual([0, 0]);
});
