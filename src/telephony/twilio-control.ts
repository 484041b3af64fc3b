import type { CallId } from "../core/values/ids.ts";
import type { CallControl } from "../ports/call-control.ts";
import type { Secret } from "../ports/secret.ts";
import { WorldError } from "../ports/world-error.ts";
import { dialTwiml, hangUpTwiml } from "./twiml.ts";

const TIMEOUT_MS = 5000;

/** What is used of the telephone company's client; a test brings its own. */
export interface TwilioCalls {
  update(call: CallId, change: { twiml: string }): Promise<unknown>;
}

export interface TwilioCredentials {
  readonly accountSid: string;
  readonly authToken: Secret;
}

/** The client is large, so it is loaded at the first order and not at the start. */
export function twilioCalls({ accountSid, authToken }: TwilioCredentials): TwilioCalls {
  return {
    async update(call, change) {
      const { default: twilio } = await import("twilio");
      const rest = twilio(accountSid, authToken.current(), { timeout: TIMEOUT_MS, autoRetry: false });
      return await rest.calls(call).update(change);
    },
  };
}

/** Orders to the telephone company over its REST interface. `dialledUrl` is asked how a transfer went. */
export function twilioControl(calls: TwilioCalls, dialledUrl: string): CallControl {
  return {
    transfer: (call, to) =>
      order("transferring a call", () => calls.update(call, { twiml: dialTwiml(to, dialledUrl) })),
    async hangUp(call) {
      await order("hanging up", () => calls.update(call, { twiml: hangUpTwiml() }));
    },
  };
}

async function order(doing: string, give: () => Promise<unknown>): Promise<void> {
  try {
    await give();
  } catch (error) {
    const status = (error as { status?: unknown }).status;
    // A call that is over cannot be changed any more, which is what hanging up wanted.
    if (doing === "hanging up" && (status === 404 || status === 400)) return;
    const retryable = typeof status !== "number" || status >= 500 || status === 429;
    throw new WorldError("twilio", doing, { retryable, cause: error });
  }
}
