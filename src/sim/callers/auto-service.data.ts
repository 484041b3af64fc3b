import {
  type Caller,
  type CallerCar,
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
  /** Null = what is to be done to the car. */
  readonly opening?: string;
  readonly outcome?: Outcome;
  readonly person: readonly [given: string, family: string, lastDigits: string];
  readonly car: Pick<CallerCar, "year" | "make" | "model" | "work" | "services"> & Partial<CallerCar>;
  readonly truth?: Partial<CallerTruth>;
  readonly voice?: string;
  readonly errand?: Partial<Errand>;
  readonly wish?: Partial<Wish>;
  readonly habits?: Partial<Habits>;
  readonly next?: Goal;
}

const civic = { year: 2018, make: "Honda", model: "Civic" };
const camry = { year: 2015, make: "Toyota", model: "Camry" };
const explorer = { year: 2020, make: "Ford", model: "Explorer" };
const oilChange = { work: "an oil change", services: ["oilChange"] };

/** People who call a service department. Those seen before have an appointment there, booked by an earlier call. */
const rows: readonly Row[] = [
  {
    name: "oil-change",
    about: "Needs an oil change and waits for it.",
    person: ["Maria", "Lopez", "31"],
    car: { ...civic, ...oilChange, waits: true },
  },
  {
    name: "squeaking-brakes",
    about: "Says what the car does and not what it needs.",
    opening: "My brakes are squeaking.",
    person: ["David", "Harris", "32"],
    car: { ...camry, work: "my brakes are squeaking", services: ["brakeInspection"], mileage: 88_000 },
    voice: "alan",
  },
  {
    name: "two-services",
    about: "Wants two things done in one visit.",
    person: ["Sarah", "Nelson", "33"],
    car: { ...explorer, work: "an oil change and a tire rotation", services: ["oilChange", "tireRotation"] },
    voice: "ken",
  },
  {
    name: "dead-battery",
    about: "Needs a battery and does not know the mileage.",
    person: ["Thomas", "Carter", "34"],
    car: { ...civic, year: 2012, work: "a new battery", services: ["battery"] },
    voice: "frank",
  },
  {
    name: "new-tires-next-week",
    about: "Wants new tires next week.",
    person: ["Emily", "Turner", "35"],
    car: { ...explorer, work: "new tires", services: ["tires"], mileage: 42_000 },
    wish: { days: "nextWeek" },
    habits: { refusals: 1 },
    voice: "victor",
  },
  {
    name: "says-all-at-once",
    about: "Tells the work, the car and the name in the first sentence.",
    person: ["Daniel", "Brooks", "36"],
    car: { ...camry, ...oilChange, mileage: 61_000 },
    habits: { volunteers: ["vehicle", "name"] },
    voice: "bruce",
  },
  {
    name: "corrects-the-number",
    about: "Gives a wrong telephone number and puts it right.",
    person: ["Laura", "Price", "37"],
    car: { ...civic, work: "a wheel alignment", services: ["wheelAlignment"] },
    habits: { slip: { field: "phone", wrong: { phone: "+13035550199" } } },
    voice: "karl",
  },
  {
    name: "moves-the-car",
    about: "Has an appointment and takes another time.",
    opening: "I need to reschedule my appointment.",
    outcome: "moved",
    person: ["Henry", "Foster", "38"],
    car: { ...civic, ...oilChange, plate: "482QZW" },
    truth: { seenBefore: true },
  },
  {
    name: "moves-the-car-to-next-week",
    about: "Has an appointment and wants it next week.",
    opening: "Can I move my appointment to next week?",
    outcome: "moved",
    person: ["Grace", "Bennett", "39"],
    car: { ...camry, ...oilChange, plate: "719KLM" },
    truth: { seenBefore: true },
    wish: { days: "nextWeek" },
    voice: "alan",
  },
  {
    name: "cancels-the-car",
    about: "Cancels an appointment.",
    opening: "I'd like to cancel my appointment.",
    outcome: "cancelled",
    person: ["Peter", "Morgan", "40"],
    car: { ...explorer, ...oilChange, plate: "305BDF" },
    truth: { seenBefore: true },
    errand: { reason: "I sold the car" },
    voice: "ken",
  },
  {
    name: "confirms-the-car",
    about: "Calls to say that they will come.",
    opening: "I'm calling to confirm my appointment.",
    outcome: "confirmed",
    person: ["Olivia", "Hayes", "41"],
    car: { ...civic, ...oilChange, plate: "664HJN" },
    truth: { seenBefore: true },
    voice: "frank",
  },
  {
    name: "message-for-the-shop",
    about: "Leaves a message.",
    opening: "I'd like to leave a message.",
    outcome: "message",
    person: ["Julia", "Long", "42"],
    car: { ...civic, ...oilChange },
    errand: { message: "Please call me when the parts are here" },
    voice: "victor",
  },
  {
    name: "wants-an-advisor",
    about: "Wants to talk to a person.",
    opening: "Can I speak to a person, please?",
    outcome: "person",
    person: ["Walter", "Ross", "43"],
    car: { ...civic, ...oilChange },
    voice: "bruce",
  },
  {
    name: "asks-when-it-opens",
    about: "Only wants to know when the shop is open.",
    opening: "What time do you open on Saturday?",
    outcome: "answered",
    person: ["Irene", "Wood", "44"],
    car: { ...civic, ...oilChange },
    errand: { answer: "eight in the morning to four" },
    voice: "karl",
  },
  {
    name: "asks-where-it-is",
    about: "Only wants to know where the shop is.",
    opening: "Where are you located?",
    outcome: "answered",
    person: ["Oscar", "Perry", "45"],
    car: { ...civic, ...oilChange },
    errand: { answer: "1850 Foundry Road" },
  },
  {
    name: "asks-for-the-next-opening",
    about: "Wants to know the next opening, and takes it.",
    opening: "What's your next available appointment?",
    person: ["Alice", "Cooper", "46"],
    car: { ...camry, ...oilChange, mileage: 52_000 },
    voice: "alan",
  },
  {
    name: "waits-for-the-shop",
    about: "Wants to be told when a time comes free.",
    opening: "Can you call me if something opens up?",
    outcome: "waiting",
    person: ["Brian", "Kelly", "47"],
    car: { ...explorer, ...oilChange },
    voice: "ken",
  },
  {
    name: "wants-a-call-back",
    about: "Wants the advisor to call.",
    opening: "Can you have Maria call me back, please?",
    outcome: "callBack",
    person: ["Carol", "Bailey", "48"],
    car: { ...civic, ...oilChange },
    voice: "frank",
  },
  {
    name: "asks-whether-it-is-ready",
    about: "Has a car on file and asks whether it is ready.",
    opening: "Is my car ready yet?",
    outcome: "status",
    person: ["Diana", "Rivera", "49"],
    car: { ...civic, ...oilChange, plate: "518FGH" },
    truth: { seenBefore: true },
    voice: "victor",
  },
  {
    name: "asks-and-then-books",
    about: "Asks whether the car is ready, and books an oil change in the same call.",
    opening: "I'm calling to see if my car is ready.",
    outcome: "status",
    person: ["Edward", "Cox", "50"],
    car: { ...camry, ...oilChange, plate: "273PRS" },
    truth: { seenBefore: true },
    next: { opening: "I need an oil change.", outcome: "booked" },
    voice: "bruce",
  },
  {
    name: "proves-it-by-zip-code",
    about: "Does not know the plate, and is known by family name and ZIP code.",
    opening: "I'd like to confirm my appointment.",
    outcome: "confirmed",
    person: ["Frances", "Howard", "51"],
    car: { ...explorer, ...oilChange },
    truth: { seenBefore: true },
    voice: "karl",
  },
  {
    name: "proves-it-by-vin",
    about: "Told the VIN at the first visit, and is known by its end.",
    opening: "When is my appointment?",
    outcome: "confirmed",
    person: ["George", "Ward", "52"],
    car: { year: 2003, make: "Honda", model: "Accord", ...oilChange, vin: "1HGCM82633A004352" },
    truth: { seenBefore: true },
  },
  {
    name: "new-car-by-vin",
    about: "Tells the VIN in place of the car.",
    person: ["Helen", "Torres", "53"],
    car: { year: 2003, make: "Honda", model: "Accord", ...oilChange, vin: "1HGCM82633A004352" },
    voice: "ken",
  },
  {
    name: "cannot-prove-it",
    about: "Is on file nowhere and wants something cancelled; after three proofs a person takes over.",
    opening: "I need to cancel my appointment.",
    outcome: "person",
    person: ["Ivan", "Peterson", "54"],
    car: { ...civic, ...oilChange, plate: "880XYZ" },
    voice: "frank",
  },
  {
    name: "has-a-recall",
    about: "Got a letter about a recall, which is a matter for an advisor.",
    opening: "I got a recall notice.",
    person: ["Jean", "Gray", "55"],
    car: { ...camry, work: "a recall", services: ["recall"], mileage: 70_000 },
    voice: "victor",
  },
  {
    name: "asks-about-a-loaner",
    about: "Asks about a loaner car in the middle of booking.",
    person: ["Kevin", "James", "56"],
    car: { ...explorer, work: "new brake pads", services: ["brakeService"], mileage: 48_000 },
    habits: { asksMeanwhile: { field: "vehicle", question: "Do you have a loaner car?" } },
    errand: { answer: "loaner cars at no charge" },
    voice: "bruce",
  },
  {
    name: "asks-for-the-price",
    about: "Asks what an oil change costs, and no more.",
    opening: "How much is an oil change?",
    outcome: "answered",
    person: ["Lisa", "Watson", "57"],
    car: { ...civic, ...oilChange },
    errand: { answer: "fifty-nine dollars" },
    voice: "karl",
  },
  {
    name: "stop-calling-the-car",
    about: "Never wants to be called again.",
    opening: "Please stop calling me.",
    outcome: "stopped",
    person: ["Martin", "Brooks", "58"],
    car: { ...civic, ...oilChange },
    voice: "alan",
  },
  {
    name: "wrong-shop",
    about: "Meant to call the dealership.",
    opening: "Is this the Toyota dealership?",
    outcome: "wrongNumber",
    person: ["Nancy", "Sanders", "59"],
    car: { ...civic, ...oilChange },
    voice: "ken",
  },
];

export const autoServiceCallers: readonly Caller[] = rows.map((row) => {
  const [given, family, lastDigits] = row.person;
  const car: CallerCar = { plate: null, vin: null, mileage: null, waits: false, ...row.car };
  return {
    name: row.name,
    about: row.about,
    practice: "auto-service",
    voice: row.voice ?? "rob",
    opening: row.opening ?? `I need ${car.work}.`,
    truth: {
      ...newPatient.truth,
      given,
      family,
      phone: `+130355501${lastDigits}`,
      email: null,
      car,
      ...row.truth,
    },
    wish: { doctor: null, days: "any", ...row.wish },
    habits: { ...plainHabits, ...row.habits },
    errand: { ...noErrand, ...row.errand },
    outcome: row.outcome ?? "booked",
    ...(row.next === undefined ? {} : { next: row.next }),
  };
});
