import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId } from "../core/values/ids.ts";
import type { CallStore } from "../ports/call-store.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { MessageLog } from "../ports/message-log.ts";
import { isFromThisMachine } from "../telephony/loopback.ts";
import { modelCosts } from "./call-costs.ts";
import { registerDeskEndpoints } from "./desk-endpoints.ts";
import {
  type LedgerEndpoints,
  type OfPractice,
  practiceAsked,
  registerLedgerEndpoints,
} from "./ledger-endpoints.ts";

/** Mail that was written to files, newest first. */
export interface Mailbox {
  list(): Promise<readonly { readonly id: string; readonly to: string; readonly subject: string }[]>;
  /** The message as it was written, or null when there is none of this id. */
  read(id: string): Promise<string | null>;
}

export interface LocalConsole {
  readonly practices: readonly Practice[];
  readonly ledger: Ledger;
  readonly callStore: CallStore;
  readonly mailbox: Mailbox | null;
  readonly messages: MessageLog;
  /** Where the built page lies. */
  readonly pageDirectory: string;
}

/**
 * The page and the API for someone who sits at this machine. It shows private data without asking who is looking, so it
 * answers loopback requests only, and a production server does not register it.
 */
export function localConsole(parts: LocalConsole): FastifyPluginAsync {
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      if (!isFromThisMachine(request.raw)) return reply.code(403).send({ error: "only from this machine" });
    });
    app.addHook("onSend", async (_request, reply) => {
      reply.header("x-content-type-options", "nosniff").header("referrer-policy", "no-referrer");
      reply.header("cache-control", "no-store").header("x-frame-options", "DENY");
    });
    await app.register(fastifyStatic, { root: parts.pageDirectory, cacheControl: false });
    registerApi(app, parts);
  };
}

function registerApi(app: FastifyInstance, parts: LocalConsole): void {
  const { practices, ledger, mailbox, messages } = parts;
  const asked = practiceAsked(practices);
  app.get("/api/practices", async () =>
    practices.map(({ id, name, timeZone, askFor, wording, resources, offerings, people }) => ({
      ...{ id, name, timeZone, askFor, greeting: wording.greeting },
      // What ids of bookings, wishes and tickets stand for.
      names: Object.fromEntries([...resources, ...offerings, ...people].map((one) => [one.id, one.name])),
    })),
  );

  registerLedgerEndpoints(app, { ledger, asked });
  registerDeskEndpoints(app, { ledger, asked });
  registerCalls(app, parts, asked);

  app.get<{ Querystring: OfPractice }>("/api/messages", async ({ query }) => messages.list(asked(query)));

  app.get("/api/mail", async () => mailbox?.list() ?? []);
  app.get<{ Params: { id: string } }>("/api/mail/:id", async (request, reply) => {
    const mail = await mailbox?.read(request.params.id);
    if (mail === undefined || mail === null) return reply.code(404).send({ error: "no such mail" });
    return reply.type("text/plain; charset=utf-8").send(mail);
  });
}

const MOST_CALLS = 30;

function registerCalls(
  app: FastifyInstance,
  { callStore }: LocalConsole,
  asked: LedgerEndpoints["asked"],
): void {
  const costsOf = async (id: CallId) => modelCosts((await callStore.events(id)).reveal());
  app.get<{ Querystring: OfPractice }>("/api/calls", async ({ query }) => {
    const calls = await callStore.recent(asked(query), MOST_CALLS);
    return Promise.all(calls.map(async (call) => ({ ...call, model: await costsOf(call.id) })));
  });
  app.get<{ Params: { id: string } }>("/api/calls/:id", async (request, reply) => {
    const call = await callStore.find(request.params.id);
    if (call === null) return reply.code(404).send({ error: "no such call" });
    const [timelines, model] = await Promise.all([callStore.timelines(call.id), costsOf(call.id)]);
    return { ...call, timelines, model };
  });
}
