import { plainPerson } from "../../../ports/testing/plain-person.ts";
import { plainVisit } from "../../../ports/testing/plain-visit.ts";
import type { Booking } from "../../dialogue/requests.ts";
import { hide } from "../../values/private.ts";
import type { TypedCall } from "./typed-call.ts";

/** Maria Lopez, who is on file and answers as `answers.ts` does. */
const maria = {
  ...plainPerson,
  given: "Maria",
  family: "Lopez",
  dateOfBirth: "1985-03-05",
  phone: "+15035550123",
  email: "maria.lopez@example.com",
  payer: "aetna",
} as const;

/** Maria has booked the first time of each of these days in calls before this one; returns the bookings in that order. */
export async function bookedBefore(
  call: TypedCall,
  days: readonly string[],
  resource = "garcia",
): Promise<readonly Booking[]> {
  const bookings: Booking[] = [];
  const { given, family, dateOfBirth } = maria;
  if (!call.ledger.people.some(({ details }) => details.given === given))
    call.ledger.people.push({ details: maria });
  for (const [index, day] of days.entries()) {
    const perform = (request: Parameters<typeof call.ledger.perform>[1], id: number) =>
      call.ledger.perform(call.state.practice.id, request, { call: `before-${index}`, request: id });
    const date = Temporal.PlainDate.from(day);
    const found = await perform(
      {
        kind: "findOpenings",
        wanted: {
          offering: "followUp",
          resources: [resource],
          days: [{ from: date, to: date, weekdays: null, except: [] }],
          times: [],
          refused: [],
          order: "earliest",
          count: 1,
        },
      },
      1,
    );
    const opening = found.kind === "openings" ? found.openings[0] : undefined;
    if (opening === undefined) throw new Error(`there is no opening on ${day}`);
    const held = await perform({ kind: "hold", opening }, 2);
    if (held.kind !== "held") throw new Error(`${day} could not be held`);
    const person = hide(maria);
    await perform({ kind: "identify", proof: hide({ kind: "nameAndBirth", given, family, dateOfBirth }) }, 4);
    const booked = await perform({ kind: "book", hold: held.hold, person, visit: hide(plainVisit) }, 3);
    if (booked.kind !== "booked") throw new Error(`${day} could not be booked`);
    bookings.push(booked.booking);
  }
  return bookings;
}
