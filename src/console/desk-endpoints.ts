import type { FastifyInstance } from "fastify";
import { hide } from "../core/values/private.ts";
import type { Duplicate, TicketRecord } from "../ports/ledger-of-staff.ts";
import type { LedgerEndpoints, OfPractice } from "./ledger-endpoints.ts";
import {
  revealConsent,
  revealDoNotCall,
  revealDuplicate,
  revealMerge,
  revealTicket,
} from "./reveal-records.ts";

const text = { type: "string", minLength: 1, maxLength: 100 } as const;
const kind = { enum: ["person", "vehicle"] } as const;

/** A JSON body of exactly these values. */
function body(properties: Readonly<Record<string, object>>) {
  const required = Object.keys(properties);
  return { schema: { body: { type: "object", properties, required, additionalProperties: false } } };
}

interface ByStaff {
  readonly staff: string;
}
type Pair = ByStaff & { readonly kind: Duplicate["kind"]; readonly kept: string; readonly merged: string };

/**
 * What staff do and look up at the desk. It shows what is private and changes it, so it is registered where the console has made
 * sure who asks. A repeated request finds it done.
 */
export function registerDeskEndpoints(app: FastifyInstance, { ledger, asked }: LedgerEndpoints): void {
  registerLists(app, { ledger, asked });

  app.post<{
    Params: { number: string };
    Querystring: OfPractice;
    Body: ByStaff & Pick<TicketRecord, "state">;
  }>(
    "/api/tickets/:number",
    body({ staff: text, state: { enum: ["open", "done"] } }),
    async ({ params, query, body }, reply) => {
      const settled = await ledger.settleTicket(asked(query), params.number, body);
      return settled === null
        ? reply.code(404).send({ error: "no ticket has this number" })
        : revealTicket(settled);
    },
  );

  app.post<{ Querystring: OfPractice; Body: Pair }>(
    "/api/merges",
    body({ staff: text, kind, kept: text, merged: text }),
    async ({ query, body: { staff, ...pair } }, reply) => {
      const merge = pair.kind === "person" ? ledger.mergePeople : ledger.mergeVehicles;
      const outcome = await merge(asked(query), pair, staff);
      return reply.code(outcome === "merged" ? 200 : 409).send({ outcome });
    },
  );

  app.post<{ Querystring: OfPractice; Body: Pair }>(
    "/api/merges/undo",
    body({ staff: text, kind, kept: text, merged: text }),
    async ({ query, body: { staff, ...pair } }, reply) => {
      const outcome = await ledger.undoMerge(asked(query), pair, staff);
      return reply.code(outcome === "parted" ? 200 : 409).send({ outcome });
    },
  );

  app.post<{
    Querystring: OfPractice;
    Body: ByStaff & { readonly kind: Duplicate["kind"]; readonly one: string; readonly other: string };
  }>(
    "/api/duplicates/apart",
    body({ staff: text, kind, one: text, other: text }),
    async ({ query, body: { staff, ...pair } }) => {
      await ledger.keepApart(asked(query), pair, staff);
      return { outcome: "apart" };
    },
  );
}

function registerLists(app: FastifyInstance, { ledger, asked }: LedgerEndpoints): void {
  app.get<{ Querystring: OfPractice }>("/api/duplicates", async ({ query }) =>
    (await ledger.duplicates(asked(query))).map(revealDuplicate),
  );
  app.get<{ Querystring: OfPractice }>("/api/merges", async ({ query }) =>
    (await ledger.merges(asked(query))).map(revealMerge),
  );
  app.get<{ Querystring: OfPractice }>("/api/deeds", async ({ query }) => ledger.deeds(asked(query)));
  app.get<{ Querystring: OfPractice }>("/api/do-not-call", async ({ query }) =>
    (await ledger.doNotCall(asked(query))).map(revealDoNotCall),
  );
  app.get<{ Params: { phone: string }; Querystring: OfPractice }>(
    "/api/consents/:phone",
    async ({ params, query }) => (await ledger.consents(asked(query), hide(params.phone))).map(revealConsent),
  );
}
