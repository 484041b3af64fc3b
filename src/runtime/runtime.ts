import type { Practice } from "../core/practice/practice.ts";
import type { Private } from "../core/values/private.ts";
import type { CallStore } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Line, LineHandler, Resumed } from "../ports/line.ts";
import type { LiveFeed } from "../ports/live-feed.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { CallRegistry, type Refusal } from "./call-registry.ts";
import type { Conversation } from "./conversation.ts";
import { fixedWords } from "./fixed-words.ts";
import { JournalWriter } from "./journal-writer.ts";
import { PlaybackTicker } from "./playback-ticker.ts";
import { startCall } from "./start-call.ts";

export type { Conversation } from "./conversation.ts";
export { echoConversation } from "./echo.ts";
export { liveFeed } from "./live-feed.ts";
export { systemClock } from "./system-clock.ts";
export { warmUp } from "./warm-up.ts";

/** Everything the runtime itself may say, so that its sound can be made before it is needed. */
export const fixedPhrases: readonly string[] = Object.values(fixedWords);

export interface RuntimeParts {
  readonly clock: Clock;
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
  readonly perform: Perform;
  /** `perform` can ask a language model: the conversation may want it to. */
  readonly assisted?: true;
  readonly callStore: CallStore;
  readonly liveFeed: LiveFeed;
  readonly telemetry: Telemetry;
  /** More calls than this at once are refused as busy. */
  readonly maxCalls: number;
}

interface CallToAnswer<S> {
  readonly practice: Practice;
  readonly conversation: Conversation<S>;
  readonly direction: "inbound" | "outbound";
  /** E.164, or null when withheld. */
  readonly from: Private<string> | null;
  /** Why the telephone company brings the call back; null for a call that is new. */
  readonly resumed: Resumed | null;
}

export interface Runtime {
  readonly calls: CallRegistry;
  /** Answers a line at once, or says why not. A call that has a live line keeps it: the second one is `taken`. */
  answer<S>(line: Line, call: CallToAnswer<S>): LineHandler | Refusal;
}

/** The calls of one process, with the one ticker that plays their audio. */
export function callRuntime(parts: RuntimeParts): Runtime {
  const { clock, maxCalls, telemetry } = parts;
  const calls = new CallRegistry({ maxCalls, clock, meter: telemetry.meter });
  const ticker = new PlaybackTicker(clock, telemetry.meter);
  const writer = new JournalWriter(parts.callStore, clock);
  return {
    calls,
    answer(line, call) {
      const refusal = calls.refuses(line.callId);
      if (refusal !== null) return refusal;
      const former = calls.find(line.callId);
      const resumed = call.resumed ?? (former?.phase === "lost" ? "lineLost" : null);
      const formerDone = former?.giveUp() ?? Promise.resolve();
      const handle = startCall({ ...parts, ...call, line, ticker, writer, resumed, formerDone });
      calls.add(handle);
      return handle.handler;
    },
  };
}
