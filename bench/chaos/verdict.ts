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
  /** The longest time for which the machine let nobody do anything. */
  readonly lateMs: number;
  readonly ended: string;
  readonly seconds: number;
}

/** The reasons for which a call ends in a person's hands. */
const handedOver = new Set(["transferred", "ticketTaken"]);
const isLeftOut = (fault: string) => / is null instead of /.test(fault);

export function verdictOn({ upstream, moment }: Cell, cell: CellReport): Verdict {
  const { report, longestWaitMs, longestSilenceMs, lateMs } = cell;
  const wrong = report.faults.filter((fault) => !isLeftOut(fault));
  // Whoever wants a person as well must have both.
  const served = wrong.length === 0 || (handedOver.has(report.ended) && upstream.caller.next === undefined);
  return {
    served,
    faults: [
      ...(served ? [] : wrong),
      ...bookingFaults(cell),
      ...cell.aftermath,
      ...(cell.beside === null ? [`The call did not come to its ${moment}.`] : besideFaults(cell.beside)),
      ...(cell.socketsLeft === 0 ? [] : [`${cell.socketsLeft} connections are left open.`]),
    ],
    leftOut: report.faults.filter(isLeftOut),
    longestWaitMs,
    longestSilenceMs,
    lateMs,
    ended: report.ended,
    seconds: report.seconds,
  };
}

function bookingFaults({ report, bookings }: CellReport): string[] {
  if (bookings === null || bookings === (report.booked ? 1 : 0)) return [];
  return [`The database has ${bookings} bookings of the call.`];
}

function besideFaults({ faults }: CallReport): string[] {
  return faults.map((fault) => `Another call, beside it: ${fault}`);
}
