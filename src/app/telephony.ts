import { createHmac, randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Practice } from "../core/practice/practice.ts";
import type { PracticeId } from "../core/values/ids.ts";
import type { CallStore } from "../ports/call-store.ts";
import type { Secret } from "../ports/secret.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { type Conversation, type Runtime, systemClock } from "../runtime/runtime.ts";
import { type Answer, type MediaServer, registerTelephony, type Twilio } from "../telephony/telephony.ts";
import type { Secrets } from "./secrets.ts";
import { publicUrlOf, type Settings } from "./settings.ts";

export interface TelephonyParts {
  readonly app: FastifyInstance;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly practices: ReadonlyMap<PracticeId, Practice>;
  readonly callStore: CallStore;
  readonly runtime: Runtime;
  /** What can be ordered from the telephone company; null without an account. */
  readonly twilio: Twilio | null;
  readonly telemetry: Telemetry;
  /** What is talked about at a practice. */
  conversationOf(practice: Practice): Conversation<unknown>;
}

/** Joins what rings with what answers. Call before the server listens. */
export function openTelephony(parts: TelephonyParts): MediaServer {
  const { app, settings, secrets, practices, callStore, runtime, telemetry } = parts;
  return registerTelephony(app, {
    publicUrl: publicUrlOf(settings),
    authToken: secrets.of("TWILIO_AUTH_TOKEN"),
    control: parts.twilio?.control ?? null,
    streamSecret: streamSecret(secrets.of("FRONTDESK_KEY")),
    production: settings.FRONTDESK_ENV === "production",
    hasPractice: (id) => practices.has(id),
    practiceForNumber: (number) => practiceForNumber(practices, number),
    callerLimits: {
      atOnce: settings.MAX_CALLS_PER_CALLER,
      perMinute: settings.MAX_CALLS_PER_CALLER_PER_MINUTE,
    },
    answer: answerWith(parts),
    refuses: () => runtime.calls.refuses(null),
    isOver: async (call) => ((await callStore.find(call))?.endedAt ?? null) !== null,
    lineLost: (call) => runtime.calls.find(call)?.lineLost(),
    callEnded: (call) => runtime.calls.find(call)?.endedElsewhere(),
    clock: systemClock,
    telemetry,
  });
}

function answerWith({ practices, runtime, conversationOf }: TelephonyParts): Answer {
  return (line, call) => {
    const practice = practices.get(call.practice);
    if (practice === undefined) return "unknownPractice";
    return runtime.answer(line, { ...call, practice, conversation: conversationOf(practice) });
  };
}

/** The practice that has the number. A single practice answers every number that was pointed at this server. */
function practiceForNumber(practices: ReadonlyMap<PracticeId, Practice>, number: string): PracticeId | null {
  const all = [...practices.values()].filter((practice) => practice.id !== "echo");
  const owner =
    all.find((practice) => practice.numbers.includes(number)) ?? (all.length === 1 ? all[0] : undefined);
  return owner?.id ?? null;
}

/** Instances that share a key let in each other's streams; without one, only this process does. */
function streamSecret(key: Secret | null): string {
  if (key === null) return randomBytes(32).toString("base64");
  return createHmac("sha256", key.current()).update("media stream tokens").digest("base64");
}
