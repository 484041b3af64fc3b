import { proofFields } from "../person/identity.ts";
import { severalBookings } from "../search/target-booking.ts";
import type { Task } from "./task.ts";

/** Tells what the caller has booked, and notes that they will come. */
export const confirm: Task = {
  id: "confirm",
  fields: (practice, state) => [...proofFields(practice, state), "booking"],
  wanted: { booking: severalBookings },
  stages: ["identity", "proof", "bookings", "fields", "agree", "confirm"],
};
