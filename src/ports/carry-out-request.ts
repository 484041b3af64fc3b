import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { PracticeId } from "../core/values/ids.ts";
import type { AddressBook } from "./address-book.ts";
import type { Ledger, RequestKey } from "./ledger.ts";
import type { VehicleLookUp } from "./vehicle-look-up.ts";

/** What requests of the core are carried out by. */
export interface Office {
  readonly ledger: Ledger;
  readonly addressBook: AddressBook;
  readonly vehicleLookUp: VehicleLookUp;
}

/** One request, once: the port's answer in the core's words. Throws what the port throws. */
export async function carryOutRequest(
  { ledger, addressBook, vehicleLookUp }: Office,
  practice: PracticeId,
  request: Request,
  key: RequestKey,
): Promise<Outcome> {
  switch (request.kind) {
    case "whoCalls":
      return { kind: "callers", people: await ledger.whoCalls(practice, request.phone) };
    case "identify": {
      const found = await ledger.identify(practice, request.proof, key);
      if (found === "new") return { kind: "newPerson" };
      return typeof found === "string" ? { kind: found } : { kind: "knownPerson", ...found };
    }
    case "checkAddress":
      return { kind: "addressChecked", ...(await addressBook.check(request.address)) };
    case "findOpenings":
      return ledger.findOpenings(practice, request.wanted, { ...request, call: key.call });
    case "hold": {
      const held = await ledger.hold(practice, request.opening, key, request);
      if (held === "taken") return { kind: "taken" };
      return "kind" in held ? held : { kind: "held", ...held };
    }
    case "release":
      await ledger.release(request.hold, key);
      return { kind: "released" };
    case "joinWaitlist":
      return {
        kind: "waiting",
        ticket: await ledger.joinWaitlist(practice, request.wanted, request.person, key),
      };
    case "takeTicket":
      return { kind: "ticketTaken", ticket: await ledger.takeTicket(practice, request, key) };
    case "stopCalling":
      await ledger.stopCalling(practice, request.phone, key);
      return { kind: "callingStopped" };
    case "answerTexts":
      await ledger.answerTexts(practice, request, key);
      return { kind: "textsAnswered", given: request.given };
    case "askStatus": {
      const items = await ledger.askStatus(practice, request.person, key);
      return typeof items === "string" ? { kind: items } : { kind: "status", items };
    }
    case "decodeVin": {
      const answer = await vehicleLookUp.decode(request.vin);
      return answer === "notDecoded" ? { kind: answer } : { kind: "vehicleDecoded", ...answer };
    }
    case "askModel":
      // Whoever has a language model asks it before a request comes here.
      return { kind: "failed", retryable: false };
    default:
      return carryOutBooking(ledger, practice, request, key);
  }
}

type BookingRequest = Extract<
  Request,
  { kind: "book" | "listBookings" | "confirmBooking" | "cancelBooking" | "reschedule" }
>;

async function carryOutBooking(
  ledger: Ledger,
  practice: PracticeId,
  request: BookingRequest,
  key: RequestKey,
): Promise<Outcome> {
  switch (request.kind) {
    case "book": {
      const booking = await ledger.book(request.hold, request.person, request.visit, key);
      if (typeof booking === "string") return { kind: booking };
      return "kind" in booking ? booking : { kind: "booked", booking };
    }
    case "listBookings": {
      const bookings = await ledger.listBookings(practice, request.person, key);
      return typeof bookings === "string" ? { kind: bookings } : { kind: "bookings", bookings };
    }
    case "confirmBooking": {
      const booking = await ledger.confirmBooking(request.booking, key);
      return typeof booking === "string" ? { kind: booking } : { kind: "confirmed", booking };
    }
    case "cancelBooking": {
      const booking = await ledger.cancelBooking(request.booking, request.reason, key);
      return typeof booking === "string" ? { kind: booking } : { kind: "cancelled", booking };
    }
    case "reschedule": {
      const booking = await ledger.reschedule(request.booking, request.hold, key);
      return typeof booking === "string" ? { kind: booking } : { kind: "rescheduled", booking };
    }
  }
}
