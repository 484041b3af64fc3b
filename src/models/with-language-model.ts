import type { ModelUse } from "../core/dialogue/model/model-question.ts";
import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { Clock } from "../ports/clock.ts";
import type { Following, LanguageModel, TokensUsed } from "../ports/language-model.ts";
import type { Perform } from "../ports/ledger.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";

/** Dollars for a million tokens, which are as many millionths of a dollar for one. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

interface Parts {
  readonly perform: Perform;
  readonly model: LanguageModel;
  /** Null = what it costs is not told. */
  readonly prices: TokenPrices | null;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** Nobody waits for longer; the conversation has gone on by then. */
const LONGEST_MS = 4_000;

/** Has questions answered by a language model, and everything else by whoever has done it before. */
export function withLanguageModel(parts: Parts): Perform {
  return (practice, request, key, following) =>
    request.kind === "askModel"
      ? ask(parts, request, following)
      : parts.perform(practice, request, key, following);
}

type AskModel = Extract<Request, { kind: "askModel" }>;

async function ask(
  { model, prices, clock, telemetry }: Parts,
  { question }: AskModel,
  following: Following | undefined,
): Promise<Outcome> {
  const startedMs = clock.monotonicMs();
  const over = new AbortController();
  const cancel = clock.after(LONGEST_MS, () => over.abort(new Error("too late")));
  const wanted = following ? AbortSignal.any([over.signal, following.wanted]) : over.signal;
  let firstWordMs: number | null = null;
  try {
    const { reply, tokens } = await model.ask(question, {
      wanted,
      begun: () => {
        firstWordMs = clock.monotonicMs() - startedMs;
      },
      chosen: (fact) => following?.chosen(fact),
    });
    const ms = clock.monotonicMs() - startedMs;
    const use: ModelUse = {
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      ms: Math.round(ms),
      firstWordMs: firstWordMs === null ? null : Math.round(firstWordMs),
      costMicros: costOf(tokens, prices),
    };
    measure(telemetry, use);
    return { kind: "modelReplied", reply, use };
  } catch (error) {
    const outcome = wanted.aborted ? (over.signal.aborted ? "late" : "notWanted") : "failed";
    telemetry.meter.count("language_model_requests_total", { outcome });
    if (outcome === "failed") report(telemetry, error);
    return { kind: "failed", retryable: false };
  } finally {
    cancel();
  }
}

/** A language model that fails is the world's fault; anything else is ours. Neither holds what was asked. */
function report({ log }: Telemetry, error: unknown): void {
  if (error instanceof WorldError) log.warn("a language model could not be asked", { error });
  else log.error("asking a language model broke", errorField(error));
}

function costOf({ input, output }: TokensUsed, prices: TokenPrices | null): number | null {
  if (prices === null || input === null || output === null) return null;
  return Math.round(input * prices.input + output * prices.output);
}

function measure({ meter }: Telemetry, use: ModelUse): void {
  meter.count("language_model_requests_total", { outcome: "replied" });
  meter.observeSeconds("language_model_seconds", use.ms / 1000);
  if (use.firstWordMs !== null)
    meter.observeSeconds("language_model_first_word_seconds", use.firstWordMs / 1000);
  meter.count("language_model_tokens_total", { direction: "input" }, use.inputTokens ?? 0);
  meter.count("language_model_tokens_total", { direction: "output" }, use.outputTokens ?? 0);
  if (use.costMicros !== null) meter.count("language_model_cost_dollars_total", {}, use.costMicros / 1e6);
}
