import { join } from "node:path";
import { openUpstream } from "../partners/http/upstream.ts";
import { type ResilienceLimits, usualLimits } from "../partners/resilience/resilience.ts";
import { fileTextMessenger } from "../partners/sms/file-text-messenger.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { TextMessenger } from "../ports/text-messenger.ts";
import { systemClock } from "../runtime/runtime.ts";
import { type Twilio, twilio } from "../telephony/telephony.ts";
import type { Secrets } from "./secrets.ts";
import { publicUrlOf, type Settings } from "./settings.ts";

/** A caller has been told that they are put through, and hears nothing meanwhile. */
const CALL_LIMITS = { ...usualLimits, deadlineMs: 3_000, attemptMs: 1_400, attempts: 2, atOnce: 64 };
/** Shorter than the minute after which a job counts as dead and comes again. */
const BACKGROUND_LIMITS = { ...usualLimits, deadlineMs: 20_000, attemptMs: 8_000, attempts: 2 };
/** An hour's call in two channels is some 60 MB. */
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
  const open = (service: string, limits: ResilienceLimits, silenceMs = limits.attemptMs) =>
    opened.adopt(
      openUpstream({ service, address, limits, silenceMs, clock: systemClock, telemetry }),
      (one) => one.close(),
    );
  return twilio({
    calls: open("twilio calls", CALL_LIMITS),
    background: open("twilio", BACKGROUND_LIMITS),
    media: open("twilio media", MEDIA_LIMITS, MEDIA_SILENCE_MS),
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
