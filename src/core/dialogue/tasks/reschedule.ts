import { proofFields } from "../person/identity.ts";
import { severalBookings } from "../search/target-booking.ts";
import type { Task } from "./task.ts";

/** Moves a booking. The new time is had before the old one is given up. */
export const reschedule: Task = {
  id: "reschedule",
  fields: (practice, state) => [...proofFields(practice, state), "booking"],
  wanted: { booking: severalBookings },
  stages: ["identity", "proof", "bookings", "fields", "hold", "openings", "readBack", "reschedule"],
};
