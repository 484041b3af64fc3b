import { join } from "node:path";
import { openUpstream } from "../partners/http/upstream.ts";
import { usualLimits } from "../partners/resilience/resilience.ts";
import { fileTextMessenger } from "../partners/sms/file-text-messenger.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { TextMessenger } from "../ports/text-messenger.ts";
import { systemClock } from "../runtime/runtime.ts";
import { type Twilio, twilio } from "../telephony/telephony.ts";
import type { Secrets } from "./secrets.ts";
import { publicUrlOf, type Settings } from "./settings.ts";

/** An hour's call in two channels is some 60 MB; nobody waits for it. */
const MEDIA_LIMITS = { ...usualLimits, deadlineMs: 300_000, attemptMs: 120_000, atOnce: 2 };
const MEDIA_SILENCE_MS = 10_000;

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
}

/** What can be ordered from the telephone company; null without an account. Closes with `opened`. */
export function openTwilio(parts: Parts, opened: AsyncDisposableStack): Twilio | null {
  const { settings, secrets, telemetry } = parts;
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_URL: address } = settings;
  const authToken = secrets.of("TWILIO_AUTH_TOKEN");
  if (accountSid === undefined || authToken === null) return null;
  const common = { address, clock: systemClock, telemetry };
  const upstream = openUpstream({ ...common, service: "twilio", limits: usualLimits });
  opened.defer(() => upstream.close());
  const media = openUpstream({
    ...common,
    service: "twilio media",
    limits: MEDIA_LIMITS,
    silenceMs: MEDIA_SILENCE_MS,
  });
  opened.defer(() => media.close());
  return twilio({
    upstream,
    media,
    accountSid,
    authToken,
    publicUrl: publicUrlOf(settings),
    clock: systemClock,
  });
}

/** Texts through Twilio with an account; otherwise into files. */
export function openTexts({ FRONTDESK_DATA }: Settings, account: Twilio | null): TextMessenger {
  return account?.texts ?? fileTextMessenger(join(FRONTDESK_DATA, "texts"));
}
