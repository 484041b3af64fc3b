import {
  type Caller,
  type CallerTruth,
  type Errand,
  type Goal,
  type Habits,
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
  readonly habits?: Partial<Habits>;
  readonly next?: Goal;
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
  {
    name: "asks-for-the-next-time",
    about: "Wants to know the next available appointment, and takes it.",
    opening: "When is your next available appointment?",
    outcome: "booked",
    truth: { given: "Alice", family: "Turner", dateOfBirth: "1987-08-23", phone: "+15035550131" },
    voice: "alan",
  },
  {
    name: "wants-to-be-called-back",
    about: "Wants somebody to call.",
    opening: "Can somebody call me back, please?",
    outcome: "callBack",
    truth: { given: "Brian", family: "Cook", dateOfBirth: "1974-11-09", phone: "+15035550132" },
    voice: "ken",
  },
  {
    name: "got-a-message",
    about: "Returns the call of a doctor.",
    opening: "I got a message from Doctor Patel.",
    outcome: "person",
    truth: { given: "Carol", family: "Morris", dateOfBirth: "1959-02-28", phone: "+15035550133" },
    voice: "frank",
  },
  {
    name: "stop-calling",
    about: "Never wants to be called again.",
    opening: "Please stop calling me.",
    outcome: "stopped",
    truth: { given: "Diana", family: "Rogers", dateOfBirth: "1993-06-16", phone: "+15035550134" },
    voice: "victor",
  },
  {
    name: "stop-texting",
    about: "Has been texted enough.",
    opening: "Please stop texting me.",
    outcome: "textsStopped",
    truth: {
      given: "Sarah",
      family: "Cooper",
      dateOfBirth: "1989-07-30",
      phone: "+15035550141",
      seenBefore: true,
    },
    voice: "alan",
  },
  {
    name: "wrong-office",
    about: "Meant to call the dentist.",
    opening: "Is this the dentist?",
    outcome: "wrongNumber",
    truth: { given: "Edward", family: "Morgan", dateOfBirth: "1968-12-04", phone: "+15035550135" },
    voice: "bruce",
  },
  {
    name: "asks-in-the-middle",
    about: "Asks about the hours in the middle of booking, and goes on.",
    opening: "I'd like to make an appointment.",
    outcome: "booked",
    truth: { given: "Frances", family: "Bell", dateOfBirth: "1980-03-03", phone: "+15035550136" },
    habits: { asksMeanwhile: { field: "name", question: "Actually, first, are you open on Saturday?" } },
    errand: { answer: "nine in the morning to one" },
    voice: "karl",
  },
  {
    name: "cancels-and-leaves-a-message",
    about: "Cancels an appointment, and then has a message for the doctor.",
    opening: "I need to cancel my appointment.",
    outcome: "cancelled",
    truth: {
      given: "George",
      family: "Murphy",
      dateOfBirth: "1977-09-27",
      phone: "+15035550137",
      seenBefore: true,
    },
    next: { opening: "I'd like to leave a message for Doctor Chen.", outcome: "message" },
    errand: { reason: "I feel better", staff: "Doctor Chen", message: "Please call me about my results" },
  },
  {
    name: "cannot-be-found",
    about: "Is on file nowhere and wants something confirmed; after three proofs a person takes over.",
    opening: "I'd like to confirm my appointment.",
    outcome: "person",
    truth: { given: "Helen", family: "Cooper", dateOfBirth: "1951-05-15", phone: "+15035550138" },
    voice: "alan",
  },
  {
    name: "is-running-late",
    about: "Leaves word of being late.",
    opening: "I'm running ten minutes late.",
    outcome: "message",
    truth: { given: "Ivan", family: "Reyes", dateOfBirth: "1989-01-19", phone: "+15035550139" },
    voice: "ken",
  },
];

export const clinicErrands: readonly Caller[] = rows.map(
  ({ name, about, opening, outcome, truth, voice, errand, wish, habits, next }) => ({
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
    habits: { ...plainHabits, ...habits },
    errand: { ...noErrand, ...errand },
    outcome,
    ...(next === undefined ? {} : { next }),
  }),
);
