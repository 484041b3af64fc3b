import type { EmulatedAnswer } from "../faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "../http-emulator.ts";
import { json, notFound, refused } from "./rest-answer.ts";
import { callRefusal, callResource, updateCall } from "./rest-calls.ts";
import { type TakenText, Texts } from "./rest-messages.ts";
import { Recordings } from "./rest-recordings.ts";
import { type CallWorld, type FarEnd, TwilioCall } from "./twilio-call.ts";

export interface TwilioOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** The account's telephone numbers, E.164. */
  readonly numbers: readonly string[];
  /** Where public addresses lead to on this machine, as a tunnel would; as they are when left out. */
  readonly route?: (url: string) => string;
  /** What happens at a number that is called; a person takes the call when left out. */
  readonly farEndOf?: (number: string) => FarEnd;
  /** Numbers whose owners have answered STOP, and those that take no texts. */
  readonly optedOut?: readonly string[];
  readonly landlines?: readonly string[];
}

/** The telephone company on this machine; `address` and `requests` are those of its REST interface. */
export interface TwilioEmulator extends HttpEmulator {
  /** In the order in which they began. */
  readonly calls: readonly TwilioCall[];
  /** Newest first. */
  readonly texts: readonly TakenText[];
  readonly recordings: { readonly count: number };
  /** Somebody calls one of the account's numbers. */
  ring(from: string, to: string, webhooks: { voiceUrl: string; statusUrl: string }): TwilioCall;
}

type Route = readonly [
  method: string,
  path: RegExp,
  handle: (id: string, request: EmulatedRequest) => EmulatedAnswer,
];

/**
 * Twilio as its documentation tells it: the Account, Calls, Messages and Recordings resources of the REST interface
 * (https://www.twilio.com/docs/voice/api/call-resource, …/messaging/api/message-resource, …/voice/api/recording), signed webhooks
 * (…/usage/security), TwiML with media streams (…/voice/media-streams) and answering-machine detection beside the call
 * (…/voice/answering-machine-detection). Faults are those of the REST interface; under `duplicate` webhooks come twice.
 */
export async function startTwilio(options: TwilioOptions): Promise<TwilioEmulator> {
  const {
    accountSid,
    authToken,
    numbers,
    farEndOf = () => "person",
    optedOut = [],
    landlines = [],
  } = options;
  const route = options.route ?? ((url: string) => url);
  const deliversTwice = () => rest.fault() === "duplicate";
  const world: CallWorld = { accountSid, authToken, farEndOf, route, deliversTwice };
  const calls: TwilioCall[] = [];
  const limits = { ours: numbers, optedOut: new Set(optedOut), landlines: new Set(landlines) };
  const [texts, recordings] = [new Texts(limits), new Recordings()];
  const routes = [...callRoutes(world, calls, numbers), ...otherRoutes(calls, texts, recordings)];
  const rest: HttpEmulator = await startHttpEmulator((request) => {
    const refusal = authRefusal(request, world);
    if (refusal !== null) return refusal;
    const path = request.path.slice(accountPath(accountSid).length);
    if (path === ".json") return json(200, { sid: accountSid, status: "active", type: "Full" });
    for (const [method, form, handle] of routes) {
      const id = method === request.method ? form.exec(path) : null;
      if (id !== null) return handle(id[1] ?? "", request);
    }
    return notFound;
  });
  return {
    ...rest,
    calls,
    texts: texts.taken,
    recordings,
    ring(from, to, { voiceUrl, statusUrl }) {
      const direction = "inbound" as const;
      const plan = { from, to, direction, voiceUrl, statusUrl, machineUrl: null, farEnd: "person" as const };
      return begin(calls, new TwilioCall(world, plan));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(calls.map((call) => call.hangUp()));
      await rest[Symbol.asyncDispose]();
    },
  };
}

function callRoutes(world: CallWorld, calls: TwilioCall[], numbers: readonly string[]): readonly Route[] {
  return [
    [
      "POST",
      /^\/Calls\.json$/,
      (_id, { body }) => {
        const fields = new URLSearchParams(body);
        const refusal = callRefusal(fields, numbers);
        return refusal ?? json(201, callResource(begin(calls, placed(world, fields))));
      },
    ],
    [
      "POST",
      /^\/Calls\/(CA[0-9a-f]{32})\.json$/,
      (id, { body }) => withCall(calls, id, (call) => updateCall(call, new URLSearchParams(body))),
    ],
  ];
}

function otherRoutes(calls: readonly TwilioCall[], texts: Texts, recordings: Recordings): readonly Route[] {
  return [
    ["POST", /^\/Messages\.json$/, (_id, { body }) => texts.send(new URLSearchParams(body))],
    ["GET", /^\/Messages\.json$/, (_id, { query }) => texts.list(query)],
    [
      "POST",
      /^\/Calls\/(CA[0-9a-f]{32})\/Recordings\.json$/,
      (id, { body }) => withCall(calls, id, (call) => recordings.start(call, new URLSearchParams(body))),
    ],
    ["GET", /^\/Recordings\/(RE[0-9a-f]{32})\.json$/, (id) => recordings.about(id)],
    ["GET", /^\/Recordings\/(RE[0-9a-f]{32})\.wav$/, (id) => recordings.sound(id)],
    ["DELETE", /^\/Recordings\/(RE[0-9a-f]{32})\.json$/, (id) => recordings.delete(id)],
  ];
}

function placed(world: CallWorld, fields: URLSearchParams): TwilioCall {
  const [from, to] = [fields.get("From") ?? "", fields.get("To") ?? ""];
  const asked = fields.has("MachineDetection") && fields.get("AsyncAmd") === "true";
  return new TwilioCall(world, {
    from,
    to,
    direction: "outbound-api",
    voiceUrl: fields.get("Url") ?? "",
    statusUrl: fields.get("StatusCallback"),
    machineUrl: asked ? fields.get("AsyncAmdStatusCallback") : null,
    farEnd: world.farEndOf(to),
  });
}

/** It rings once the order has been answered. */
function begin(calls: TwilioCall[], call: TwilioCall): TwilioCall {
  calls.push(call);
  setImmediate(() => void call.begin());
  return call;
}

function withCall(
  calls: readonly TwilioCall[],
  sid: string,
  act: (call: TwilioCall) => EmulatedAnswer,
): EmulatedAnswer {
  const call = calls.find((one) => one.sid === sid);
  return call === undefined ? notFound : act(call);
}

function authRefusal({ headers, path }: EmulatedRequest, world: CallWorld): EmulatedAnswer | null {
  const given = Buffer.from(`${world.accountSid}:${world.authToken}`).toString("base64");
  if (headers.authorization !== `Basic ${given}`) return refused(401, 20003, "Authenticate");
  return path.startsWith(accountPath(world.accountSid)) ? null : notFound;
}

function accountPath(accountSid: string): string {
  return `/2010-04-01/Accounts/${accountSid}`;
}
