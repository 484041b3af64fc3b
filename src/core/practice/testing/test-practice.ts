import type { Offering, Practice, Resource, WeeklyHours } from "../practice.ts";

const weekdays: WeeklyHours = {
  1: [{ from: "08:00", to: "17:00" }],
  2: [{ from: "08:00", to: "17:00" }],
  3: [{ from: "08:00", to: "17:00" }],
  4: [{ from: "08:00", to: "17:00" }],
  5: [{ from: "08:00", to: "16:00" }],
};

const shifts: WeeklyHours = {
  1: [
    { from: "09:00", to: "12:00" },
    { from: "13:00", to: "17:00" },
  ],
  2: [
    { from: "09:00", to: "12:00" },
    { from: "13:00", to: "17:00" },
  ],
  3: [{ from: "09:00", to: "12:00" }],
  4: [{ from: "10:00", to: "17:00" }],
  5: [{ from: "09:00", to: "16:00" }],
};

function doctor(resource: Pick<Resource, "id" | "name" | "alsoCalled"> & Partial<Resource>): Resource {
  return {
    role: "doctor",
    specialty: "family medicine",
    languages: ["en"],
    payers: null,
    offerings: ["newPatient", "followUp"],
    rating: 4,
    hours: shifts,
    location: "main",
    daysOff: [],
    skills: [],
    capacity: 1,
    ...resource,
  };
}

function visit(offering: Pick<Offering, "id" | "name" | "durationMinutes"> & Partial<Offering>): Offering {
  return {
    alsoCalled: [],
    paddingMinutes: 0,
    complaints: [],
    newPeople: true,
    knownPeople: true,
    preparation: null,
    needs: [],
    services: [],
    price: null,
    rules: { minAgeYears: null, maxAgeYears: null, payers: null, referral: false },
    waiting: false,
    ...offering,
  };
}

/** A small clinic on the Pacific coast for tests: three doctors, three visit types, lunch breaks and one day off. */
export const testPractice: Practice = {
  id: "test-clinic",
  kind: "clinic",
  name: "Cedar Hill Clinic",
  timeZone: "America/Los_Angeles",
  numbers: ["+15035550100"],
  texts: false,
  transferTo: "+15035550199",
  hours: weekdays,
  holidays: { country: "US", region: "OR" },
  closures: ["2026-12-24"],
  noticeMinutes: 120,
  horizonDays: 60,
  gridMinutes: 15,
  locations: [
    {
      id: "main",
      name: "Cedar Hill Clinic",
      address: "100 Example Street, Portland, OR 97205",
      directions: "Across from the library.",
    },
  ],
  resources: [
    doctor({
      id: "garcia",
      name: "Dr. Elena Garcia",
      alsoCalled: ["garcia", "elena"],
      languages: ["en", "es"],
      offerings: ["newPatient", "followUp", "urgentVisit"],
      rating: 4.8,
    }),
    doctor({
      id: "patel",
      name: "Dr. Anil Patel",
      alsoCalled: ["patel", "anil"],
      payers: ["aetna", "medicare"],
      rating: 4.6,
    }),
    doctor({
      id: "novak",
      name: "Dr. Jana Novak",
      alsoCalled: ["novak", "jana"],
      specialty: "cardiology",
      offerings: ["newPatient", "urgentVisit"],
      daysOff: ["2026-03-05"],
      rating: 4.9,
    }),
  ],
  offerings: [
    visit({
      id: "newPatient",
      name: "a new-patient visit",
      alsoCalled: ["new patient visit", "first visit"],
      durationMinutes: 45,
      paddingMinutes: 15,
      knownPeople: false,
      preparation: "Please bring a photo ID and your insurance card.",
    }),
    visit({
      id: "followUp",
      name: "a follow-up visit",
      alsoCalled: ["follow up", "check back"],
      durationMinutes: 20,
      paddingMinutes: 10,
      newPeople: false,
    }),
    visit({
      id: "urgentVisit",
      name: "an urgent visit",
      alsoCalled: ["urgent care"],
      durationMinutes: 30,
      complaints: ["chest"],
    }),
  ],
  people: [
    { id: "santos", name: "Maria Santos", alsoCalled: ["maria"], department: "billing" },
    { id: "okafor", name: "Nurse Ada Okafor", alsoCalled: ["the nurse"], department: "nursing" },
  ],
  identity: "nameAndBirth",
  payers: ["aetna", "medicare", "bcbs", "self"],
  area: { state: "OR", cities: ["Portland", "Beaverton"], streets: ["Main Street", "Cedar Street"] },
  facts: [
    {
      id: "hours",
      topic: "hours",
      alsoAsked: ["when are you open"],
      answer: "We are open weekdays from eight.",
    },
    { id: "parking", topic: "parking", alsoAsked: [], answer: "There is free parking behind the building." },
  ],
  wording: {
    greeting: "Thank you for calling Cedar Hill Clinic.",
    closedGreeting: null,
    holidayGreeting: null,
    goodbye: "Thank you for calling. Goodbye.",
    assistantDisclosure: "You are speaking with an automated assistant.",
    recordingDisclosure: null,
    emergencyInstruction: "If this is an emergency, please hang up and dial 911 now.",
    crisisInstruction: "You can call or text 988 at any time to talk with someone.",
  },
  email: { from: "frontdesk@example.com", staff: ["staff@example.com", "manager@example.com"] },
  askFor: ["name", "dateOfBirth", "payer", "complaint", "address", "phone", "email", "doctor", "time"],
};

/** The same, which texts who agrees. */
export const textingPractice: Practice = { ...testPractice, texts: true };
