import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Practice } from "../core/practice/practice.ts";
import type { PracticeId } from "../core/values/ids.ts";
import { type Conversation, type Runtime, systemClock } from "../runtime/runtime.ts";
import { type Answer, mediaServer, StreamTokens } from "../telephony/telephony.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { Settings } from "./settings.ts";

export interface TelephonyParts {
  readonly settings: Settings;
  readonly practices: ReadonlyMap<PracticeId, Practice>;
  readonly runtime: Runtime;
  readonly telemetry: Telemetry;
  readonly app: FastifyInstance;
  conversationOf(practice: Practice): Conversation<unknown>;
}
