import type { CallControl } from "../ports/call-control.ts";
import type { CallPlacer } from "../ports/call-placer.ts";
import type { CallRecordings } from "../ports/call-recordings.ts";
import type { Clock } from "../ports/clock.ts";
import type { TextMessenger } from "../ports/text-messenger.ts";
import type { Upstream } from "../ports/upstream.ts";
import { type TwilioCredentials, twilioAccount } from "./twilio-account.ts";
import { twilioControl } from "./twilio-control.ts";
import { twilioPlacer } from "./twilio-placer.ts";
import { twilioRecordings } from "./twilio-recordings.ts";
import { twilioTexts } from "./twilio-texts.ts";
import { webhookUrl } from "./webhook-paths.ts";

export interface TwilioOptions extends TwilioCredentials {
  /** `https://api.twilio.com`, three times: for orders that a caller waits for in silence, … */
  readonly calls: Upstream;
  /** … for those that nobody waits for, … */
  readonly background: Upstream;
  /** … and for recordings, which may be long. */
  readonly media: Upstream;
  /** Where the telephone company reaches us, without a path or a slash at its end. */
  readonly publicUrl: string;
  readonly clock: Pick<Clock, "now">;
}

/** All that can be ordered from the telephone company. */
export interface Twilio {
  readonly control: CallControl;
  readonly placer: CallPlacer;
  readonly recordings: CallRecordings;
  readonly texts: TextMessenger;
}

export function twilio({
  calls,
  background,
  media,
  publicUrl,
  clock,
  ...credentials
}: TwilioOptions): Twilio {
  const account = twilioAccount(background, credentials);
  return {
    control: twilioControl(twilioAccount(calls, credentials), webhookUrl(publicUrl, "dialled")),
    placer: twilioPlacer(account, {
      voice: webhookUrl(publicUrl, "voice"),
      status: webhookUrl(publicUrl, "status"),
      machine: webhookUrl(publicUrl, "machine"),
    }),
    recordings: twilioRecordings(twilioAccount(media, credentials)),
    texts: twilioTexts({ account, clock }),
  };
}
