import { z } from "zod";
import { hide } from "../core/values/private.ts";
import type { CallRecordings } from "../ports/call-recordings.ts";
import { WorldError } from "../ports/world-error.ts";
import type { TwilioAccount } from "./twilio-account.ts";

const form = z.object({ sid: z.string().regex(/^RE[0-9a-f]{32}$/), status: z.string() });

/** Recordings over the REST interface. Two recordings of one call would be paid for twice, so the order is given only once. */
export function twilioRecordings(account: TwilioAccount): CallRecordings {
  return {
    async start(call) {
      const doing = "starting a recording";
      const answer = await account({
        doing,
        method: "POST",
        resource: `Calls/${call}/Recordings.json`,
        fields: { RecordingChannels: "dual" },
        expected: [400, 404],
        onlyOnce: true,
      });
      return answer.status >= 400 ? "over" : recordingOf(answer.json(), doing).sid;
    },
    async fetch(recording) {
      const [doing, method] = ["fetching a recording", "GET"] as const;
      const about = await account({
        doing,
        method,
        resource: `Recordings/${recording}.json`,
        expected: [404],
      });
      if (about.status === 404) return "gone";
      const { status } = recordingOf(about.json(), doing);
      if (status === "absent") return "gone";
      if (status !== "completed") return "pending";
      const sound = await account({
        doing,
        method,
        resource: `Recordings/${recording}.wav`,
        expected: [404],
      });
      return sound.status === 404 ? "pending" : hide(sound.body);
    },
    async delete(recording) {
      const doing = "deleting a recording";
      const order = { doing, method: "DELETE", expected: [404] } as const;
      const { status } = await account({ ...order, resource: `Recordings/${recording}.json` });
      // Any other answer is not the company's, and the recording may still be there.
      if (status !== 204 && status !== 404)
        throw new WorldError("twilio", doing, { retryable: true, status });
    },
  };
}

function recordingOf(body: unknown, doing: string): z.infer<typeof form> {
  const read = form.safeParse(body);
  if (!read.success) throw new WorldError("twilio", doing, { retryable: false });
  return read.data;
}
