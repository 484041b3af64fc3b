import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { Caller, CallerTruth, Habits, Slip } from "./caller.ts";
import { callersOf } from "./callers.ts";
import type { Random } from "./random.ts";

const given = "Maria David Sarah Robert Emily Thomas Grace Daniel Olivia Henry".split(" ");
const family = "Lopez Miller Johnson Taylor Davis Anderson Walker Young Clark Baker".split(" ");

/** One of a practice's simulated callers with another name, other numbers and other habits. */
export function randomCaller(practice: Practice, random: Random): Caller {
  const base = random.pick(callersOf(practice));
  const truth = randomTruth(base.truth, random);
  return { ...base, truth, habits: randomHabits(base.habits, truth, random) };
}

function randomTruth(truth: CallerTruth, random: Random): CallerTruth {
  return {
    ...truth,
    given: random.pick(given),
    family: random.pick(family),
    dateOfBirth: randomDate(random),
    phone: `${truth.phone.slice(0, 8)}${digits(random, "01", 2)}`,
    memberId: truth.memberId === null ? null : digits(random, "4", 8),
  };
}

/** Somebody between nine and ninety. */
function randomDate(random: Random): string {
  const days = Math.floor(random.between(0, 81 * 365));
  return Temporal.PlainDate.from("1936-01-01").add({ days }).toString();
}

function digits(random: Random, start: string, count: number): string {
  const rest = Array.from({ length: count }, () => Math.floor(random.between(0, 9.99)));
  return `${start}${rest.join("")}`;
}

function randomHabits(habits: Habits, truth: CallerTruth, random: Random): Habits {
  const volunteers: readonly FieldId[] =
    truth.car === null ? ["complaint", "name", "doctor", "payer"] : ["services", "vehicle", "name"];
  return {
    ...habits,
    usesKeypad: random.chance(0.5),
    spellsWithCodeWords: random.chance(0.7),
    refusals: random.pick([0, 0, 0, 1, 2, 4]),
    patience: random.pick([2, 4, 6]),
    slip: habits.slip ?? (random.chance(0.3) ? randomSlip(truth, random) : null),
    volunteers: volunteers.filter(() => random.chance(0.15)),
    together: truth.car === null && random.chance(0.2) ? [["name", "dateOfBirth"]] : habits.together,
    silentFrom: habits.silentFrom ?? (random.chance(0.05) ? Math.floor(random.between(1, 14)) : null),
  };
}

function randomSlip(truth: CallerTruth, random: Random): Slip {
  const other = randomTruth(truth, random);
  const slips: readonly Slip[] = [
    { field: "dateOfBirth", wrong: { dateOfBirth: other.dateOfBirth } },
    { field: "name", wrong: { family: other.family } },
    { field: "phone", wrong: { phone: other.phone } },
  ];
  return random.pick(truth.car === null ? slips : slips.slice(1));
}
