import type { Outcome } from "./caller.ts";

/** How the agent tells of each outcome, by the purpose of the prompt; any of them will do. Of others the ledger alone tells. */
export const tellings: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  booked: ["booked"],
  moved: ["rescheduled"],
  cancelled: ["cancelled"],
  confirmed: ["confirmed"],
  waiting: ["waiting"],
  message: ["ticketTaken"],
  callBack: ["ticketTaken"],
  status: ["status"],
  stopped: ["callingStopped"],
  textsStopped: ["textsAnswered"],
  person: ["transfer", "ticketTaken"],
  answered: ["answer"],
  wrongNumber: ["goodbye"],
};
