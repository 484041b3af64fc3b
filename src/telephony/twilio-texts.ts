import { z } from "zod";
import type { Clock } from "../ports/clock.ts";
import type { TextMessage, TextMessenger } from "../ports/text-messenger.ts";
import type { UpstreamAnswer } from "../ports/upstream.ts";
import { WorldError } from "../ports/world-error.ts";
import { refusalCode, type TwilioAccount } from "./twilio-account.ts";

const OPTED_OUT_CODE = 21610;
/** Numbers that are none (21211), cannot be reached from here (21612), or are no mobile ones (21614). */
const notTextable: ReadonlySet<number | null> = new Set([21211, 21612, 21614]);

/** A job that fails comes again for some three hours. */
const REMEMBERED_MS = 24 * 3_600_000;
/** The newest texts to one number: more than a job that comes again can have between its tries. */
const LOOKED_THROUGH = 50;
const failedStatuses: ReadonlySet<string> = new Set(["failed", "undelivered", "canceled"]);

const sentForm = z.object({
  messages: z.array(z.object({ body: z.string(), status: z.string(), date_created: z.string() })),
});

const takenForm = z.object({ sid: z.string().regex(/^[SM]M[0-9a-f]{32}$/) });

const doing = "sending a text";

interface Options {
  readonly account: TwilioAccount;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Texts over the REST interface. It takes no idempotency keys, so that nobody can know whether a text whose answer got lost has
 * gone out: before each one, the newest texts to the number are looked through for the same words.
 */
export function twilioTexts({ account, clock }: Options): TextMessenger {
  return {
    async send(message) {
      const answer = await laterIfFailing(async () =>
        (await wasSent(account, message, clock.now())) ? "sentBefore" : post(account, message),
      );
      if (answer === "sentBefore" || answer.status !== 400) return "sent";
      const code = refusalCode(answer);
      if (code === OPTED_OUT_CODE) return "optedOut";
      if (notTextable.has(code)) return "notTextable";
      throw new WorldError("twilio", doing, { retryable: false, status: 400 });
    },
  };
}

/**
 * What is wrong with the service, the account or its token says nothing about the text, which may be sent later; and when it is
 * unclear whether it was sent, that is looked up then.
 */
async function laterIfFailing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const { status, retryAfterMs } = error;
    throw new WorldError("twilio", doing, { retryable: true, status, retryAfterMs, cause: error });
  }
}

async function post(account: TwilioAccount, { from, to, text }: TextMessage): Promise<UpstreamAnswer> {
  const answer = await account({
    doing,
    method: "POST",
    resource: "Messages.json",
    // Revealed to be addressed.
    fields: { From: from, To: to.reveal(), Body: text },
    expected: [400],
    onlyOnce: true,
  });
  // Whoever else answers has not taken the text.
  if (answer.status !== 400 && !takenForm.safeParse(answer.json()).success)
    throw new WorldError("twilio", doing, { retryable: false });
  return answer;
}

async function wasSent(account: TwilioAccount, message: TextMessage, nowMs: number): Promise<boolean> {
  const answer = await account({
    doing: "looking for a text",
    method: "GET",
    resource: "Messages.json",
    fields: { From: message.from, To: message.to.reveal(), PageSize: String(LOOKED_THROUGH) },
  });
  const read = sentForm.safeParse(answer.json());
  if (!read.success) throw new WorldError("twilio", "looking for a text", { retryable: false });
  return read.data.messages.some(
    ({ body, status, date_created }) =>
      // Accounts on trial have words of the company in front.
      body.endsWith(message.text) &&
      !failedStatuses.has(status) &&
      nowMs - Date.parse(date_created) < REMEMBERED_MS,
  );
}
