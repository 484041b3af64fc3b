import type { VisitDetails } from "../../core/dialogue/requests.ts";

/** A visit about which nothing was told. */
export const plainVisit: VisitDetails = {
  complaint: null,
  complaintCategory: null,
  duration: null,
  pain: null,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
  referral: null,
};
