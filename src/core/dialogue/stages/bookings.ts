import { request, type StageOf } from "./next.ts";

/** What the verified person has ahead. */
export const bookings: StageOf = ({ bookings: told, identity: { person } }) =>
  told !== null || person === null ? null : request({ kind: "listBookings", person });
