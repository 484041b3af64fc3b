import {
  type Caller,
  type CallerTruth,
  type Errand,
  noErrand,
  type Outcome,
  plainHabits,
  type Wish,
} from "../caller.ts";
import { newPatient } from "./new-patient.ts";

interface Row {
  readonly name: string;
  readonly about: string;
  readonly opening: string;
  readonly outcome: Outcome;
  readonly truth: Pick<CallerTruth, "given" | "family" | "dateOfBirth" | "phone"> & Partial<CallerTruth>;
  readonly voice?: string;
  readonly errand?: Partial<Errand>;
  readonly wish?: Partial<Wish>;
}

/** People who call about something else than a new appointment. Those seen before have one, booked by an earlier call. */
const rows: readonly Row[] = [
  {
    name: "moves-to-next-week",
    about: "Has an appointment and wants it next week instead.",
    opening: "I need to reschedule my appointment.",
    outcome: "moved",
    truth: {
      given: "Grace",
      family: "Walker",
      dateOfBirth: "1988-04-17",
      phone: "+15035550111",
      seenBefore: true,
    },
    wish: { days: "nextWeek" },
  },
  {
    name: "moves-it-anyhow",
    about: "Can't make it to the appointment and takes any other time.",
    opening: "I can't make it to my appointment, can we move it?",
    outcome: "moved",
    truth: {
      given: "Henry",
      family: "Clark",
      dateOfBirth: "1964-09-02",
      phone: "+15035550112",
      seenBefore: true,
    },
    voice: "alan",
  },
  {
    name: "cancels",
    about: "Cancels an appointment and says why.",
    opening: "I'd like to cancel my appointment.",
    outcome: "cancelled",
    truth: {
      given: "Laura",
      family: "Baker",
      dateOfBirth: "1991-12-30",
      phone: "+15035550113",
      seenBefore: true,
    },
    voice: "ken",
    errand: { reason: "I feel better" },
  },
  {
    name: "cancels-without-reason",
    about: "Cancels an appointment and would rather not say why.",
    opening: "Please cancel my appointment.",
    outcome: "cancelled",
    truth: {
      given: "Peter",
      family: "Young",
      dateOfBirth: "1955-01-08",
      phone: "+15035550114",
      seenBefore: true,
    },
    voice: "frank",
  },
  {
    name: "confirms",
    about: "Calls to say that they will come.",
    opening: "I'm calling to confirm my appointment.",
    outcome: "confirmed",
    truth: {
      given: "Olivia",
      family: "King",
      dateOfBirth: "1979-06-21",
      phone: "+15035550115",
      seenBefore: true,
    },
    voice: "victor",
  },
  {
    name: "waits-for-a-time",
    about: "Wants to be put on the waiting list.",
    opening: "Can you put me on the waiting list?",
    outcome: "waiting",
    truth: {
      given: "Nathan",
      family: "Scott",
      dateOfBirth: "1983-02-14",
      phone: "+15035550116",
      email: null,
    },
    voice: "bruce",
  },
  {
    name: "leaves-a-message",
    about: "Has a message for the doctor.",
    opening: "I'd like to leave a message.",
    outcome: "message",
    truth: { given: "Julia", family: "Adams", dateOfBirth: "1970-10-05", phone: "+15035550117" },
    voice: "karl",
    errand: { staff: "Doctor Chen", message: "Please call me about my test results" },
  },
  {
    name: "wants-a-person",
    about: "Wants to talk to a person and nothing else.",
    opening: "Can I speak to a real person, please?",
    outcome: "person",
    truth: { given: "Walter", family: "Hill", dateOfBirth: "1948-03-27", phone: "+15035550118" },
    voice: "alan",
  },
  {
    name: "asks-about-hours",
    about: "Only wants to know when the office is open.",
    opening: "What time do you open on Saturday?",
    outcome: "answered",
    truth: { given: "Irene", family: "Green", dateOfBirth: "1962-07-19", phone: "+15035550119" },
    voice: "ken",
    errand: { answer: "nine in the morning to one" },
  },
  {
    name: "asks-about-the-address",
    about: "Only wants to know where the office is.",
    opening: "Where are you located?",
    outcome: "answered",
    truth: { given: "Oscar", family: "Reed", dateOfBirth: "1995-05-11", phone: "+15035550120" },
    voice: "frank",
    errand: { answer: "240 Oak Street" },
  },
];

export const clinicErrands: readonly Caller[] = rows.map(
  ({ name, about, opening, outcome, truth, voice, errand, wish }) => ({
    name,
    about,
    practice: "clinic",
    voice: voice ?? "rob",
    opening,
    truth: {
      ...newPatient.truth,
      email: null,
      payer: "self",
      payerSpoken: "self pay",
      memberId: null,
      ...truth,
    },
    wish: { doctor: null, days: "any", ...wish },
    habits: plainHabits,
    errand: { ...noErrand, ...errand },
    outcome,
  }),
);
