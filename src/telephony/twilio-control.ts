import type { CallControl } from "../ports/call-control.ts";
import { WorldError } from "../ports/world-error.ts";
import type { TwilioAccount } from "./twilio-account.ts";
import { dialTwiml } from "./twiml.ts";

/** Orders to the telephone company over its REST interface. `dialledUrl` is asked how a transfer went. */
export function twilioControl(account: TwilioAccount, dialledUrl: string): CallControl {
  return {
    async transfer(call, to) {
      const doing = "transferring a call";
      const answer = await account({
        doing,
        method: "POST",
        resource: `Calls/${call}.json`,
        fields: { Twiml: dialTwiml(to, dialledUrl) },
      });
      // Whoever else answers has not taken the order, and the caller must not be let go.
      const { sid } = (answer.json() ?? {}) as { readonly sid?: unknown };
      if (sid !== call) throw new WorldError("twilio", doing, { retryable: true });
    },
    async hangUp(call) {
      await account({
        doing: "hanging up",
        method: "POST",
        resource: `Calls/${call}.json`,
        fields: { Status: "completed" },
        // A call that is over cannot be changed any more, which is what hanging up wanted.
        expected: [400, 404],
      });
    },
  };
}
