import type { CallControl } from "../ports/call-control.ts";
import type { TwilioAccount } from "./twilio-account.ts";
import { dialTwiml } from "./twiml.ts";

/** Orders to the telephone company over its REST interface. `dialledUrl` is asked how a transfer went. */
export function twilioControl(account: TwilioAccount, dialledUrl: string): CallControl {
  return {
    async transfer(call, to) {
      await account({
        doing: "transferring a call",
        method: "POST",
        resource: `Calls/${call}.json`,
        fields: { Twiml: dialTwiml(to, dialledUrl) },
      });
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
