import type { ConsentRecord } from "../ports/ledger-of-staff.ts";
import type { BookingSeen } from "./call-report.ts";

/** What graders see of a ledger at one moment. */
export interface LedgerSeen {
  readonly bookings: readonly BookingSeen[];
  readonly tickets: number;
  readonly waiting: number;
  /** Numbers whose newest answer says so. */
  readonly callsStopped: number;
  readonly textsAllowed: number;
  readonly textsRefused: number;
}

/** What a call has done to the ledger. */
export interface LedgerChanges {
  readonly booked: readonly BookingSeen[];
  /** Bookings whose time or resource is another one, as they are now. */
  readonly moved: readonly BookingSeen[];
  readonly cancelled: readonly BookingSeen[];
  readonly confirmed: readonly BookingSeen[];
  readonly tickets: number;
  readonly waiting: number;
  readonly callsStopped: number;
  readonly textsAllowed: number;
  readonly textsRefused: number;
}

export const emptyLedger: LedgerSeen = {
  bookings: [],
  tickets: 0,
  waiting: 0,
  callsStopped: 0,
  textsAllowed: 0,
  textsRefused: 0,
};

/** What the owners of numbers have said in the end; the newest answer comes first. */
export function answersSeen(
  owners: readonly (readonly Pick<ConsentRecord, "to" | "given">[])[],
): Pick<LedgerSeen, "callsStopped" | "textsAllowed" | "textsRefused"> {
  const count = (about: ConsentRecord["to"], answer: boolean) =>
    owners.filter((answers) => answers.find(({ to }) => to === about)?.given === answer).length;
  return {
    callsStopped: count("calls", false),
    textsAllowed: count("texts", true),
    textsRefused: count("texts", false),
  };
}

/** The difference between two looks at one ledger; bookings are the same by their confirmation number. */
export function changesBetween(before: LedgerSeen, after: LedgerSeen): LedgerChanges {
  const was = new Map(before.bookings.map((booking) => [booking.confirmation, booking]));
  const changed = (state: BookingSeen["state"]) =>
    after.bookings.filter(
      (booking) => booking.state === state && was.get(booking.confirmation)?.state !== state,
    );
  return {
    booked: after.bookings.filter(({ confirmation }) => !was.has(confirmation)),
    moved: after.bookings.filter((booking) => {
      const old = was.get(booking.confirmation);
      return old !== undefined && (old.start !== booking.start || old.resource !== booking.resource);
    }),
    cancelled: changed("cancelled"),
    confirmed: changed("confirmed"),
    tickets: after.tickets - before.tickets,
    waiting: after.waiting - before.waiting,
    callsStopped: after.callsStopped - before.callsStopped,
    textsAllowed: after.textsAllowed - before.textsAllowed,
    textsRefused: after.textsRefused - before.textsRefused,
  };
}
