import type { BookingSeen } from "../call-report.ts";
import { newPatient } from "../callers/new-patient.ts";

const { truth } = newPatient;

/** What the database has after the new patient's call went as they wanted. */
export const bookingSeen: BookingSeen = {
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
    referral: null,
  },
};
