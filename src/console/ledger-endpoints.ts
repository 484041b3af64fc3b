import type { FastifyInstance } from "fastify";
import type { Practice } from "../core/practice/practice.ts";
import { hide } from "../core/values/private.ts";
import type { Ledger } from "../ports/ledger.ts";
import { revealBooking, revealTicket, revealWaiting } from "./reveal-records.ts";

/** What endpoints over the ledger work with. */
export interface LedgerEndpoints {
  readonly ledger: Ledger;
  /** The practice that a query is about. */
  readonly asked: (query: OfPractice) => string;
}

export interface OfPractice {
  /** A practice's id; left out = the first. */
  readonly practice?: string;
}

/** The practice that a query names, else the first. */
export function practiceAsked(practices: readonly Practice[]): LedgerEndpoints["asked"] {
  return ({ practice }) => (practices.find(({ id }) => id === practice) ?? practices[0])?.id ?? "";
}

/**
 * What is in the ledger, for whoever looks after a call. It reads only, and shows what is private, so it is registered where
 * the console has made sure who asks.
 */
export function registerLedgerEndpoints(app: FastifyInstance, { ledger, asked }: LedgerEndpoints): void {
  app.get<{ Params: { confirmation: string }; Querystring: OfPractice }>(
    "/api/bookings/:confirmation",
    async ({ params, query }, reply) => {
      const found = await ledger.bookingByConfirmation(asked(query), params.confirmation);
      return found === null
        ? reply.code(404).send({ error: "no booking has this confirmation number" })
        : revealBooking(found);
    },
  );

  app.get<{ Querystring: OfPractice }>("/api/waitlist", async ({ query }) =>
    (await ledger.waiting(asked(query))).map(revealWaiting),
  );

  app.get<{ Querystring: OfPractice }>("/api/tickets", async ({ query }) =>
    (await ledger.tickets(asked(query))).map(revealTicket),
  );

  app.get<{ Params: { number: string }; Querystring: OfPractice }>(
    "/api/tickets/:number",
    async ({ params, query }, reply) => {
      const found = await ledger.ticket(asked(query), params.number);
      return found === null
        ? reply.code(404).send({ error: "no ticket has this number" })
        : revealTicket(found);
    },
  );

  app.get<{ Params: { phone: string }; Querystring: OfPractice }>(
    "/api/do-not-call/:phone",
    async ({ params, query }) => {
      const mayCall = await ledger.consent(asked(query), hide(params.phone), "calls");
      return { doNotCall: mayCall === false };
    },
  );
}
