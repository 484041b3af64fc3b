import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "../ports/language-model.ts";
import type { Secret } from "../ports/secret.ts";
import type { Upstream } from "../ports/upstream.ts";
import { aiSdkModel, askingModel } from "./ai-sdk-model.ts";
import type { ModelVendor } from "./model-vendors.ts";

interface Options {
  readonly vendor: ModelVendor;
  readonly model: string;
  /** Up to and with the version of the API. */
  readonly address: string;
  /** Null where nobody asks for one, as with Ollama. */
  readonly key: Secret | null;
  /** The door to the address. */
  readonly upstream: Upstream;
}

/** The language model of a vendor. A key that changes counts from the next question on. */
export function vendorModel(options: Options): LanguageModel {
  const { upstream } = options;
  return { ...aiSdkModel(sdkModel(options)), close: () => upstream.close() };
}

function sdkModel({ vendor, model, address: baseURL, key, upstream }: Options) {
  const fetch = upstream.fetch(askingModel);
  // The SDK looks into the environment for a key when it is given none.
  const apiKey = () => key?.current() ?? "";
  switch (vendor) {
    case "openai":
      // Of OpenAI's two ways to ask, this is the one that stores no conversation.
      return createOpenAI({ baseURL, apiKey, fetch }).chat(model);
    case "compatible":
      return createOpenAICompatible({
        name: "compatible",
        baseURL,
        fetch: isAzure(baseURL) ? withKey(fetch, "api-key", apiKey) : fetch,
        ...(key === null || isAzure(baseURL) ? {} : { apiKey }),
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(model);
    case "anthropic":
      return createAnthropic({
        baseURL,
        apiKey: "at-each-request",
        fetch: withKey(fetch, "x-api-key", apiKey),
      })(model);
    case "google":
      return createGoogle({ baseURL, apiKey, fetch })(model);
  }
}

function isAzure(address: string): boolean {
  return new URL(address).hostname.endsWith(".azure.com");
}

/** For services, or parts of the SDK, that do not take a key which changes. */
function withKey(ask: typeof globalThis.fetch, header: string, key: () => string): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set(header, key());
    return ask(input, { ...init, headers });
  };
}
