import { proofFields } from "../person/identity.ts";
import { severalBookings } from "../search/target-booking.ts";
import type { Task } from "./task.ts";

/** Gives up a booking; its time is free again. */
export const cancel: Task = {
  id: "cancel",
  fields: (practice, state) => [...proofFields(practice, state), "booking", "reason"],
  wanted: { booking: severalBookings },
  stages: ["identity", "proof", "bookings", "fields", "agree", "cancel"],
};
