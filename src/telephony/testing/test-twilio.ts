import { testUpstream } from "../../partners/http/testing/test-upstream.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import type { Secret } from "../../ports/secret.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { startTwilio, type TwilioOptions } from "../../sim/emulators/twilio/twilio.ts";
import type { TwilioCall } from "../../sim/emulators/twilio/twilio-call.ts";
import type { MediaCall } from "../../sim/media-client.ts";
import { twilio } from "../twilio.ts";
import { webhookUrl } from "../webhook-paths.ts";
import { AUTH_TOKEN, PUBLIC_URL, testExchange } from "./test-exchange.ts";

export const PRACTICE_NUMBER = "+15035550100";
const ACCOUNT_SID = "AC00000000000000000000000000000000";

interface TestTwilioOptions extends Partial<TwilioOptions> {
  /** How long an attempt may take. What is well has all the time it wants; tests of what hangs do not. */
  readonly patienceMs?: number;
}

/** The emulated telephone company, and the real clients that order from it. */
export async function testTwilio(
  { patienceMs = 5_000, ...options }: TestTwilioOptions = {},
  authToken: Secret = fixedSecret(AUTH_TOKEN),
) {
  const account = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, numbers: [PRACTICE_NUMBER] };
  const company = await startTwilio({ ...account, ...options });
  const limits = { attempts: 2, attemptMs: patienceMs, deadlineMs: 4 * patienceMs };
  const upstream = testUpstream(company.address, limits, "twilio");
  const media = testUpstream(company.address, limits, "twilio media");
  const ordering = twilio({
    calls: upstream,
    background: upstream,
    media,
    accountSid: ACCOUNT_SID,
    authToken,
    publicUrl: PUBLIC_URL,
    clock: systemClock,
  });
  return {
    company,
    ...ordering,
    telemetry: upstream.telemetry,
    async [Symbol.asyncDispose]() {
      await upstream.close();
      await media.close();
      await company[Symbol.asyncDispose]();
    },
  };
}

/** The call's stream, when the agent has begun to speak on it. */
export async function spoken(call: TwilioCall, index = 0): Promise<MediaCall> {
  const stream = await call.stream(index);
  while (stream.playback.frames.length === 0) await new Promise((resolve) => setImmediate(resolve));
  return stream;
}

/** The same, and an exchange of ours that the company reaches at its public address. */
export async function testTwilioLine(options: Partial<TwilioOptions> = {}) {
  let exchange: Awaited<ReturnType<typeof testExchange>> | null = null;
  const ordering = await testTwilio({ ...options, route: (url) => exchange?.route(url) ?? url });
  exchange = await testExchange({ control: ordering.control });
  const { company } = ordering;
  return {
    ...ordering,
    exchange,
    /** Somebody calls, and the agent has begun to speak. */
    async called(from = "+15035550123") {
      const urls = { voiceUrl: webhookUrl(PUBLIC_URL, "voice"), statusUrl: webhookUrl(PUBLIC_URL, "status") };
      const call = company.ring(from, PRACTICE_NUMBER, urls);
      return { call, stream: await spoken(call) };
    },
    async [Symbol.asyncDispose]() {
      await ordering[Symbol.asyncDispose]();
      await exchange[Symbol.asyncDispose]();
    },
  };
}
