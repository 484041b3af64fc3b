import { z } from "zod";
import type { CallPlacer } from "../ports/call-placer.ts";
import { WorldError } from "../ports/world-error.ts";
import { refusalCode, type TwilioAccount } from "./twilio-account.ts";

/** Where the telephone company asks and tells about calls that we place. */
export interface PlacedCallUrls {
  readonly voice: string;
  readonly status: string;
  readonly machine: string;
}

/**
 * Numbers that are none (21211, 21217), cannot be reached (21214) or may not be called from this account, because of their
 * country (21215), a block list (21216) or a trial (21219).
 */
const notCallable: ReadonlySet<number | null> = new Set([21211, 21214, 21215, 21216, 21217, 21219]);

const placed = z.object({ sid: z.string().regex(/^CA[0-9a-f]{32}$/) });
const doing = "placing a call";

/**
 * Places calls over the REST interface. Whether a machine has answered is found out while the conversation begins, because a
 * person would wait in silence meanwhile.
 */
export function twilioPlacer(account: TwilioAccount, urls: PlacedCallUrls): CallPlacer {
  return {
    async place({ from, to, ringSeconds }) {
      const answer = await account({
        doing,
        method: "POST",
        resource: "Calls.json",
        fields: {
          From: from,
          // Revealed to be dialled.
          To: to.reveal(),
          Url: urls.voice,
          StatusCallback: urls.status,
          Timeout: String(ringSeconds),
          MachineDetection: "Enable",
          AsyncAmd: "true",
          AsyncAmdStatusCallback: urls.machine,
        },
        expected: [400],
        onlyOnce: true,
      });
      if (answer.status === 400) {
        if (notCallable.has(refusalCode(answer))) return "notCallable";
        throw new WorldError("twilio", doing, { retryable: false, status: 400 });
      }
      const read = placed.safeParse(answer.json());
      if (!read.success) throw new WorldError("twilio", doing, { retryable: false });
      return read.data.sid;
    },
  };
}
