import type { Practice } from "../../practice/practice.ts";
import type { Saying } from "../saying.ts";

/** Something that can be said to any caller, by an id that is the same every day. */
export interface PracticeFact {
  readonly id: string;
  readonly saying: Saying;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** So many names can be listened to. */
const MOST_NAMED = 8;

/**
 * Everything that a caller may be told without being asked anything: what the practice file says, as the sayings that tell
 * it. Whoever chooses among them can choose wrongly, but can make nothing up.
 */
export function practiceFacts(practice: Practice, today: Temporal.PlainDate): readonly PracticeFact[] {
  const { facts, offerings } = practice;
  const days = weekdays.map((_, ahead) => today.add({ days: ahead }));
  return [
    ...facts.map((fact): PracticeFact => ({ id: `fact-${fact.id}`, saying: { kind: "fact", fact } })),
    ...days.map(
      (day): PracticeFact => ({
        id: `hours-${weekdays[day.dayOfWeek - 1]}`,
        saying: { kind: "hoursOn", day },
      }),
    ),
    ...offerings.flatMap(({ id, price, preparation }): readonly PracticeFact[] => [
      { id: `takes-${id}`, saying: { kind: "takes", offering: id } },
      ...(price === null ? [] : [{ id: `price-${id}`, saying: { kind: "price", offering: id } } as const]),
      ...(preparation === null
        ? []
        : [{ id: `prepare-${id}`, saying: { kind: "prepare", offering: id } } as const]),
    ]),
    {
      id: "offered",
      saying: { kind: "offered", offerings: offerings.slice(0, MOST_NAMED).map(({ id }) => id) },
    },
    { id: "assistant", saying: { kind: "iAmAutomated" } },
  ];
}
