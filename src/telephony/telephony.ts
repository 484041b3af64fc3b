import type { FastifyInstance } from "fastify";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { CallControl } from "../ports/call-control.ts";
import type { Clock } from "../ports/clock.ts";
import type { Secret } from "../ports/secret.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { CallVerdicts } from "./call-verdicts.ts";
import { type CallerLimitOptions, CallerLimits } from "./caller-limits.ts";
import type { Answer, Refused } from "./incoming-call.ts";
import type { LineOrders } from "./media-line.ts";
import { type MediaServer, mediaServer } from "./media-server.ts";
import { StreamTokens } from "./stream-token.ts";
import { twilioWebhooks } from "./twilio-webhooks.ts";
import { spokenRefusal } from "./twiml.ts";

export type { Answer } from "./incoming-call.ts";
export type { MediaServer } from "./media-server.ts";
export { type Twilio, twilio } from "./twilio.ts";

export interface TelephonyOptions {
  /** Where the telephone company reaches us, without a path or a slash at its end: `https://phone.example.com`. */
  readonly publicUrl: string;
  /** Webhooks signed with any of its accepted values are let in. */
  readonly authToken: Secret | null;
  /** Transfers and ends calls; null: they are, by what follows the end of the stream. */
  readonly control: CallControl | null;
  /** Signs stream tokens; the same in all processes that serve one number. */
  readonly streamSecret: string;
  /** Refuses unsigned webhooks and has no open lines. */
  readonly production: boolean;
  readonly hasPractice: (practice: PracticeId) => boolean;
  readonly practiceForNumber: (number: string) => PracticeId | null;
  readonly answer: Answer;
  readonly callerLimits: CallerLimitOptions;
  /** Why no call can be taken now; null when one can. */
  readonly refuses: () => Refused | null;
  readonly isOver: (call: CallId) => Promise<boolean>;
  readonly lineLost: (call: CallId) => void;
  readonly callEnded: (call: CallId) => void;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Everything that rings: webhooks on `app`, and media streams on its server. What happens on a line is the business of
 * `answer`; telephony knows nothing of conversations. Call before the server listens; close before the server does.
 */
export function registerTelephony(app: FastifyInstance, options: TelephonyOptions): MediaServer {
  const verdicts = new CallVerdicts(options.clock);
  const tokens = new StreamTokens(options.streamSecret, options.clock);
  const limits = new CallerLimits(options.callerLimits, options.clock);
  const orders = lineOrders(options.control, verdicts, options.telemetry);
  // Half a conversation on somebody's machine is worse than none.
  const machineAnswered = (call: CallId) => orders.hangingUp(call);
  twilioWebhooks(app, { ...options, machineAnswered, tokens, verdicts, limits });
  return mediaServer({
    ...options,
    httpServer: app.server,
    tokens,
    limits,
    orders,
    openLines: !options.production,
  });
}

/**
 * Whoever closes a stream leaves a verdict for the recovery verb first. It is all there is without REST; with REST it is
 * what still holds when an order got lost. Only an order over REST also holds when another process answers the verb.
 */
function lineOrders(control: CallControl | null, verdicts: CallVerdicts, telemetry: Telemetry): LineOrders {
  return {
    async transfer(call, to) {
      if (control === null) verdicts.set(call, { kind: "dial", to });
      else await control.transfer(call, to);
    },
    refused(call, why) {
      if (why !== "taken") verdicts.set(call, { kind: "say", sentence: spokenRefusal(why) });
    },
    hangingUp(call) {
      verdicts.set(call, { kind: "hangUp" });
      control?.hangUp(call).catch((error: Error) => {
        telemetry.log.warn("a call could not be ended over rest", { call, error });
      });
    },
  };
}
