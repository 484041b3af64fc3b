import type { CallReport } from "../../src/sim/call-report.ts";
import type { Cell, CellReport } from "./cell.ts";

/** What became of a call in which something failed. */
export interface Verdict {
  /** The ledger holds what the caller wanted, perhaps without a detail that could not be heard, or a person has taken over. */
  readonly served: boolean;
  /** What went wrong, for the caller or around the call; empty = all that is promised was kept. */
  readonly faults: readonly string[];
  /** Details that may be left out, and were. */
  readonly leftOut: readonly string[];
  readonly longestWaitMs: number;
  readonly longestSilenceMs: number;
  readonly ended: string;
  readonly seconds: number;
}

/** A caller hears something within so long, on a machine that has the time. */
export const LONGEST_WAIT_MS = 2_000;

/** The reasons for which a call ends in a person's hands. */
const handedOver = new Set(["transferred", "ticketTaken"]);
const isLeftOut = (fault: string) => / is null instead of /.test(fault);

export function verdictOn({ upstream, moment }: Cell, cell: CellReport): Verdict {
  const { report, longestWaitMs, longestSilenceMs } = cell;
  const wrong = report.faults.filter((fault) => !isLeftOut(fault));
  // Whoever wants a person as well must have both.
  const served = wrong.length === 0 || (handedOver.has(report.ended) && upstream.caller.next === undefined);
  return {
    served,
    faults: [
      ...(served ? [] : wrong),
      ...waitFaults(cell),
      ...bookingFaults(cell),
      ...cell.aftermath,
      ...(cell.beside === null ? [`The call did not come to its ${moment}.`] : besideFaults(cell.beside)),
      ...(cell.socketsLeft === 0 ? [] : [`${cell.socketsLeft} connections are left open.`]),
    ],
    leftOut: report.faults.filter(isLeftOut),
    longestWaitMs,
    longestSilenceMs,
    ended: report.ended,
    seconds: report.seconds,
  };
}

/** A machine that stands still keeps every caller waiting, and is not what is looked at. */
function waitFaults({ longestWaitMs, lateMs }: CellReport): string[] {
  return longestWaitMs <= LONGEST_WAIT_MS + lateMs
    ? []
    : [`The caller waited ${longestWaitMs} ms for a sound.`];
}

function bookingFaults({ report, bookings }: CellReport): string[] {
  if (bookings === null || bookings === (report.booked ? 1 : 0)) return [];
  return [`The database has ${bookings} bookings of the call.`];
}

function besideFaults({ faults }: CallReport): string[] {
  return faults.map((fault) => `Another call, beside it: ${fault}`);
}
