import { Output, type LanguageModel as SdkModel, streamText } from "ai";
import type { ModelQuestion } from "../core/dialogue/model/model-question.ts";
import type { Asking, LanguageModel, ModelAnswer } from "../ports/language-model.ts";
import { readReply, replyForm } from "../ports/model-reply-form.ts";
import { WorldError } from "../ports/world-error.ts";
import { ChosenFacts } from "./chosen-facts.ts";
import { instructionsFor } from "./instructions.ts";

/** What goes into logs and errors in the place of what was asked. */
export const askingModel = "asking a language model";
const service = "language model";

// The SDK would write to the console what a model does not know of our request, such as its temperature.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** A reply of this form is shorter; whatever is longer is no reply. */
const MOST_TOKENS = 400;

/** A language model of any vendor that the AI SDK knows. Attempts, time-outs and connections are those of its `fetch`. */
export function aiSdkModel(model: Exclude<SdkModel, string>): LanguageModel {
  return {
    async ask(question, asking) {
      asking.wanted.throwIfAborted();
      try {
        return await askOnce(model, question, asking);
      } catch (error) {
        asking.wanted.throwIfAborted();
        throw withoutWords(error);
      }
    },
    close: async () => {},
  };
}

async function askOnce(
  model: Exclude<SdkModel, string>,
  question: ModelQuestion,
  { wanted, begun, chosen }: Asking,
): Promise<ModelAnswer> {
  let failure: unknown = null;
  const result = streamText({
    model,
    ...instructionsFor(question),
    output: Output.object({ schema: replyForm(question), name: "meaning" }),
    temperature: 0,
    maxOutputTokens: MOST_TOKENS,
    maxRetries: 0,
    abortSignal: wanted,
    telemetry: { isEnabled: false },
    // Errors of the SDK hold what was asked and answered; they are shown to nobody.
    onError: ({ error }) => {
      failure = error;
    },
  });
  const facts = new ChosenFacts(
    question.facts.map(({ id }) => id),
    chosen,
  );
  let first = true;
  for await (const partial of result.partialOutputStream) {
    if (wanted.aborted) break;
    if (first) begun();
    first = false;
    facts.soFar((partial as { facts?: unknown }).facts);
  }
  wanted.throwIfAborted();
  if (failure !== null) throw failure;
  const reply = readReply(question, await result.output);
  facts.all(reply.facts);
  const { inputTokens, outputTokens } = await result.usage;
  return { reply, tokens: { input: inputTokens ?? null, output: outputTokens ?? null } };
}

/** Errors of the SDK repeat prompt and reply, so that only their name and status go on. */
function withoutWords(error: unknown): WorldError {
  if (error instanceof WorldError) return error;
  const { name, statusCode, cause } = (error ?? {}) as {
    name?: unknown;
    statusCode?: unknown;
    cause?: unknown;
  };
  if (cause instanceof WorldError) return cause;
  const known = /^\w{1,40}$/.test(String(name ?? "")) ? String(name) : "failure";
  const status = typeof statusCode === "number" ? statusCode : null;
  return new WorldError(service, askingModel, {
    retryable: false,
    status,
    cause: new Error(known),
  });
}
