import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isE164 } from "../core/values/e164.ts";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Resumed } from "../ports/line.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import type { CallVerdicts } from "./call-verdicts.ts";
import type { CallerLimits } from "./caller-limits.ts";
import type { Refused } from "./incoming-call.ts";
import { MEDIA_PATH } from "./media-server.ts";
import { type SignatureOptions, signatureFault } from "./signature.ts";
import type { StreamTokens } from "./stream-token.ts";
import { connectTwiml, dialTwiml, hangUpTwiml, sayTwiml, spokenRefusal } from "./twiml.ts";
import { webhookPaths, webhookUrl } from "./webhook-paths.ts";

const MAX_BODY_BYTES = 64 * 1024;

export interface WebhookOptions extends SignatureOptions {
  /** The practice that a number, E.164, rings at. */
  readonly practiceForNumber: (number: string) => PracticeId | null;
  /** Why no call can be taken now; null when one can. */
  readonly refuses: () => Refused | null;
  /** Whether a call has ended for good, so that it must not be connected again. Its failure counts as no. */
  readonly isOver: (call: CallId) => Promise<boolean>;
  /** The telephone company says that the stream of a call is gone, but not the call. */
  readonly lineLost: (call: CallId) => void;
  /** The telephone company says that the call is over. */
  readonly callEnded: (call: CallId) => void;
  /** The telephone company says that a machine has taken a call which we placed. */
  readonly machineAnswered: (call: CallId) => void;
  readonly tokens: StreamTokens;
  readonly verdicts: CallVerdicts;
  readonly limits: CallerLimits;
  readonly telemetry: Telemetry;
}

type Form = Readonly<Record<string, string>>;
type Webhook = (form: Form) => Promise<string | null>;

const overStatuses: ReadonlySet<string> = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

/** The HTTP side of telephony. Answers are TwiML; every request is checked and counted before anything is done. */
export function twilioWebhooks(app: FastifyInstance, options: WebhookOptions): void {
  app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: MAX_BODY_BYTES });
    const routes: Record<string, Webhook> = {
      [webhookPaths.voice]: (form) => voice(options, form),
      [webhookPaths.resume]: (form) => resume(options, form),
      [webhookPaths.dialled]: (form) => dialled(options, form),
      [webhookPaths.status]: async (form) => status(options, form),
      [webhookPaths.machine]: async (form) => machine(options, form),
    };
    for (const [path, webhook] of Object.entries(routes)) {
      scope.post(path, (request, reply) => serve(options, webhook, request, reply));
    }
  });
}

async function serve(
  options: WebhookOptions,
  webhook: Webhook,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { log, meter } = options.telemetry;
  const form = formOf(request.body);
  const type = request.routeOptions.url?.split("/").at(-1) ?? "unknown";
  const signature = request.headers["x-twilio-signature"];
  const fault = signatureFault(options, {
    path: request.url,
    signature: typeof signature === "string" ? signature : undefined,
    parameters: form,
  });
  meter.count("twilio_webhooks_total", { type, status: fault ?? "accepted" });
  if (fault === "unconfigured") {
    log.error("a webhook is refused because no auth token is set", { type });
    return reply.code(503).send();
  }
  if (fault !== null) {
    log.warn("a webhook without a valid signature is refused", { type, fault });
    return reply.code(403).send();
  }
  const twiml = await webhook(form);
  return twiml === null ? reply.code(204).send() : reply.type("text/xml; charset=utf-8").send(twiml);
}

/** A call comes in, or one that we placed was picked up. */
async function voice(options: WebhookOptions, form: Form): Promise<string> {
  const { call, practice, direction, theirs } = partiesOf(options, form);
  if (practice === null || call === "") {
    options.telemetry.log.warn("a call to a number without a practice", { call });
    return sayTwiml("unknownNumber");
  }
  const refused = options.refuses() ?? (mayCall(options, direction, theirs) ? null : "callerLimit");
  if (refused !== null) {
    options.telemetry.meter.count("calls_refused_total", { reason: refused });
    return sayTwiml(spokenRefusal(refused));
  }
  return connect(options, { call, practice, direction, theirs, resumed: null });
}

/** We do not limit whom we call ourselves. */
function mayCall({ limits }: WebhookOptions, direction: "inbound" | "outbound", theirs: string): boolean {
  return direction === "outbound" || limits.admit(numberOf(theirs));
}

/** A stream is over: we ended it and said what then, or it broke off and the call goes on with a new one. */
async function resume(options: WebhookOptions, form: Form): Promise<string> {
  const call = form["CallSid"] ?? "";
  const verdict = options.verdicts.take(call);
  if (verdict?.kind === "dial") return dialTwiml(verdict.to, webhookUrl(options.publicUrl, "dialled"));
  if (verdict?.kind === "say") return sayTwiml(verdict.sentence);
  if (verdict?.kind === "hangUp" || (await isOver(options, call))) return hangUpTwiml();
  options.lineLost(call);
  return connectAgain(options, form, "lineLost");
}

/** A transfer is over: the person has talked with the caller, or the caller comes back to us because nobody took the call. */
async function dialled(options: WebhookOptions, form: Form): Promise<string> {
  const outcome = dialOutcomes.get(form["DialCallStatus"] ?? "") ?? "failed";
  options.telemetry.meter.count("transfers_total", { result: outcome });
  return outcome === "answered" ? hangUpTwiml() : connectAgain(options, form, "transferFailed");
}

/** What a transfer comes to; a status that nobody knows is a failure. */
const dialOutcomes: ReadonlyMap<string, string> = new Map([
  ["completed", "answered"],
  ["answered", "answered"],
  ["busy", "busy"],
  ["no-answer", "noAnswer"],
  ["canceled", "canceled"],
]);

function connectAgain(options: WebhookOptions, form: Form, resumed: Resumed): string {
  const { call, practice, direction, theirs } = partiesOf(options, form);
  if (practice === null || call === "" || !options.verdicts.mayResume(call)) return sayTwiml("unavailable");
  return connect(options, { call, practice, direction, theirs, resumed });
}

async function isOver(options: WebhookOptions, call: CallId): Promise<boolean> {
  try {
    return await options.isOver(call);
  } catch (error) {
    options.telemetry.log.warn("the end of a call could not be looked up", { call, ...errorField(error) });
    return false;
  }
}

function status(options: WebhookOptions, form: Form): null {
  const { CallSid: call, CallStatus: status } = form;
  if (call !== undefined && status !== undefined && overStatuses.has(status)) options.callEnded(call);
  return null;
}

/** Whoever listens to a placed call has been told apart from a machine; while it is not known, it is taken for a person. */
function machine(options: WebhookOptions, form: Form): null {
  const answeredBy = form["AnsweredBy"] ?? "unknown";
  const by = answeredBy.startsWith("machine") || answeredBy === "fax" ? "machine" : "person";
  options.telemetry.meter.count("placed_calls_answered_total", { by });
  const call = form["CallSid"];
  if (by === "machine" && call !== undefined) options.machineAnswered(call);
  return null;
}

/** Who talks with whom, as every webhook of a call says. */
function partiesOf(options: WebhookOptions, form: Form) {
  const direction = form["Direction"]?.startsWith("outbound") ? ("outbound" as const) : ("inbound" as const);
  const ours = form[direction === "inbound" ? "To" : "From"] ?? "";
  const theirs = form[direction === "inbound" ? "From" : "To"] ?? "";
  return { call: form["CallSid"] ?? "", practice: options.practiceForNumber(ours), direction, theirs };
}

function connect(
  options: WebhookOptions,
  found: {
    call: CallId;
    practice: PracticeId;
    direction: "inbound" | "outbound";
    theirs: string;
    resumed: Resumed | null;
  },
): string {
  const { theirs, ...claims } = found;
  const from = numberOf(theirs);
  return connectTwiml({
    mediaUrl: `${options.publicUrl}${MEDIA_PATH}`.replace(/^http/, "ws"),
    token: options.tokens.issue({ ...claims, from }),
    resumeUrl: webhookUrl(options.publicUrl, "resume"),
  });
}

/** A withheld number comes as a word or as digits that are no number. */
function numberOf(theirs: string): string | null {
  return isE164(theirs) ? theirs : null;
}

function formOf(body: unknown): Form {
  const form: Record<string, string> = {};
  if (typeof body !== "object" || body === null) return form;
  for (const [name, value] of Object.entries(body)) if (typeof value === "string") form[name] = value;
  return form;
}
