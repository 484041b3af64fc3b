import { expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import { ana } from "../ports/testing/ledger-scene.ts";
import { personMail, staffMail } from "./booking-mail.ts";
import { escapeHtml, whenText } from "./compose-mail.ts";
import { personOfferMail, staffOfferMail } from "./offer-mail.ts";
import { ticketMail } from "./ticket-mail.ts";

const start = Temporal.ZonedDateTime.from("2026-03-03T09:30[America/Los_Angeles]").epochMilliseconds;
const booking: BookingRecord = {
  id: "b-1",
  confirmation: "K7M4QX",
  person: "p-1",
  resource: "garcia",
  offering: "newPatient",
  start,
  end: start + 45 * 60_000,
  messages: ["email"],
  mayAskToText: false,
  practice: testPractice.id,
  call: "CA1",
  also: [],
  state: "booked",
  changedAt: start - 86_400_000,
  sequence: 0,
  reason: null,
  bookedAt: start - 86_400_000,
  details: hide(ana),
  visit: hide({
    complaint: "palpitations at night",
    complaintCategory: "chest",
    duration: null,
    pain: 3,
    urgency: "routine",
    services: [],
    waiting: null,
    mileage: null,
    referral: null,
  }),
};

test("the person's mail says what is booked", () => {
  const mail = personMail(testPractice, booking, "id-1", "ana@example.com");
  expect(mail).toMatchObject({ id: "id-1", to: "ana@example.com", from: "frontdesk@example.com" });
  for (const part of [
    "Tuesday, March 3, 2026 at 9:30 AM PST",
    "New-patient visit",
    "Dr. Elena Garcia",
    "100 Example Street, Portland, OR 97205",
    "K7M4QX",
    "photo ID",
  ]) {
    expect(mail.text).toContain(part);
    expect(mail.html).toContain(part);
  }
});

test("no mail says who the person is, what hurts or who pays", () => {
  const person = JSON.stringify(personMail(testPractice, booking, "id-1", "x@example.com"));
  const staff = JSON.stringify(staffMail(testPractice, booking, "id-2", "staff@example.com"));
  for (const secret of ["palpitations", "chest", "Marsh", "1980", "W123456789", "aetna", "5550111"])
    expect(person + staff).not.toContain(secret);
});

test("the calendar file has the appointment in UTC and the booking's own id", () => {
  const [file] = personMail(testPractice, booking, "id-1", "ana@example.com").attachments;
  expect(file?.type).toContain("text/calendar");
  for (const line of ["METHOD:REQUEST", "DTSTART:20260303T173000Z", "DTEND:20260303T181500Z"])
    expect(file?.content).toContain(line);
  expect(file?.content).toContain("UID:b-1@example.com");
});

const moved: BookingRecord = { ...booking, sequence: 1, changedAt: booking.bookedAt + 60_000 };
const cancelled: BookingRecord = { ...moved, state: "cancelled", sequence: 2 };

test.each([
  {
    is: "booked",
    record: booking,
    text: "is booked",
    staff: "New booking",
    lines: ["METHOD:REQUEST", "SEQUENCE:0"],
  },
  {
    is: "moved",
    record: moved,
    text: "has a new time",
    staff: "Moved booking",
    lines: ["METHOD:REQUEST", "SEQUENCE:1"],
  },
  {
    is: "cancelled",
    record: cancelled,
    text: "is cancelled",
    staff: "Cancelled booking",
    lines: ["METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"],
  },
])(
  "a booking that is $is says so, and to the same entry of the calendar",
  ({ record, text, staff, lines }) => {
    const mail = personMail(testPractice, record, "id-1", "ana@example.com");
    expect(mail.text).toContain(`Your appointment at Cedar Hill Clinic ${text}.`);
    expect(mail.subject).toContain(text);
    expect(staffMail(testPractice, record, "id-2", "staff@example.com").subject).toContain(`${staff} K7M4QX`);
    const [file] = mail.attachments;
    const content = file?.content.replaceAll("\r\n ", "") ?? "";
    for (const line of [...lines, "UID:b-1@example.com"]) expect(content).toContain(`${line}\r\n`);
    expect(content).toMatch(/ORGANIZER;[^\n]*mailto:frontdesk@example\.com/i);
    expect(content).toMatch(/ATTENDEE;[^\n]*mailto:ana@example\.com/i);
    expect(`${file?.type}
`).toContain(lines[0]?.replace("METHOD:", "method="));
  },
);

test("an offer tells the time and that it is not held; staff are told whom to call when there is no address", () => {
  const { resource, also, offering, end } = booking;
  const offer = {
    ticket: "W7M4QX",
    practice: testPractice.id,
    wanted: { offering, resources: [], days: [], times: [], refused: [], order: "earliest", count: 3 },
    details: booking.details,
    since: start,
    offered: { id: "one", resource, also, offering, start, end },
  } as const;
  const mail = personOfferMail(testPractice, offer, "id-5", "ana@example.com");
  for (const part of ["Tuesday, March 3, 2026 at 9:30 AM PST", "cannot hold it", "+15035550100", "W7M4QX"])
    expect(mail.text).toContain(part);
  const toStaff = staffOfferMail(testPractice, offer, "id-6", "staff@example.com");
  expect(toStaff.text).toContain("+15035550111");
  expect(JSON.stringify([mail, toStaff])).not.toContain("Marsh");
});

test("the same booking always gives the same mail", () => {
  const again = () => personMail(testPractice, booking, "id-1", "ana@example.com");
  expect(again()).toEqual(again());
});

test("what comes from the practice file cannot become markup", () => {
  const practice = { ...testPractice, name: `<img src=x onerror="a()"> & Sons` };
  const { html } = personMail(practice, booking, "id-1", "ana@example.com");
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; Sons");
  expect(escapeHtml("'")).toBe("&#39;");
});

test("summer and winter time are named", () => {
  const summer = Temporal.Instant.from("2026-07-01T16:00:00Z").epochMilliseconds;
  expect(whenText(summer, "America/Los_Angeles")).toBe("Wednesday, July 1, 2026 at 9:00 AM PDT");
  expect(whenText(summer, "America/New_York")).toBe("Wednesday, July 1, 2026 at 12:00 PM EDT");
});

test("a ticket's mail has the number to call and not what was said", () => {
  const ticket = {
    number: "T7M4QX",
    practice: testPractice.id,
    about: "callBack",
    purpose: "callBack",
    to: null,
    phone: hide("+15035550111"),
    message: hide("Name: Ana Marsh"),
    state: "open",
    takenAt: start,
  } as const;
  const mail = ticketMail(testPractice, ticket, "id-3", "staff@example.com");
  for (const part of ["+15035550111", "T7M4QX", "Tuesday, March 3, 2026 at 9:30 AM PST"])
    expect(mail.text).toContain(part);
  expect(JSON.stringify(mail)).not.toContain("Marsh");
  const message = ticketMail(
    testPractice,
    { ...ticket, purpose: "message", to: "santos" },
    "id-4",
    "staff@example.com",
  );
  for (const part of ["has left a message", "For: Maria Santos"]) expect(message.text).toContain(part);
  expect(mail.text).not.toContain("For:");
  const silent = ticketMail(testPractice, { ...ticket, phone: null }, "id-4", "staff@example.com");
  expect(silent.text).toContain("left no number");
});
