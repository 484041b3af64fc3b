// Written from OpenAI's API reference for chat completions ("Create chat completion", "The chat completion chunk object",
// "Error codes") and the guide to structured outputs ("Supported schemas"), which Ollama, vLLM and Azure follow.

import type { IncomingMessage } from "node:http";
import {
  type Body,
  type ChatModel,
  type ChatOptions,
  type ChatProtocol,
  contentOf,
  json,
  startChatModel,
  tokensOf,
} from "./chat-model.ts";
import { faultOf } from "./openai-schema.ts";

export type { Behaviour, ChatRequest } from "./chat-model.ts";

export interface OpenAiEmulator extends ChatModel {
  /** `http://127.0.0.1:port/v1` */
  readonly address: string;
}

/** A server for chat completions, whole or streamed. */
export async function startOpenAiCompatible(options: ChatOptions): Promise<OpenAiEmulator> {
  const server = await startChatModel(chatCompletions, options);
  return { ...server, address: `${server.origin}/v1` };
}

const chatCompletions: ChatProtocol = {
  refusalOf,
  requestOf(_, body) {
    const messages = body["messages"] as readonly { role: string; content: unknown }[];
    const textIn = (...roles: string[]) =>
      messages
        .filter(({ role }) => roles.includes(role))
        .map(({ content }) => contentOf(content))
        .join("\n");
    const format = body["response_format"] as { json_schema?: { schema?: unknown } } | undefined;
    return {
      model: String(body["model"]),
      instructions: textIn("system", "developer"),
      prompt: textIn("user"),
      temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
      form: format?.json_schema?.schema ?? null,
    };
  },
  eventsOf(_, body, tokens) {
    if (body["stream"] !== true) return null;
    const options = body["stream_options"] as { include_usage?: boolean } | undefined;
    const chunks = [
      chunk(body, { role: "assistant", content: "" }, null),
      ...tokens.map((content) => chunk(body, { content }, null)),
      chunk(body, {}, "stop"),
      ...(options?.include_usage === true
        ? [{ ...chunk(body, {}, null), choices: [], usage: usageOf(body, tokens.length) }]
        : []),
    ];
    return [...chunks.map((event) => `data: ${JSON.stringify(event)}\n\n`), "data: [DONE]\n\n"];
  },
  wholeOf(body, text) {
    const message = { role: "assistant", content: text, refusal: null };
    const answer = {
      ...about(body, "chat.completion"),
      choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
      usage: usageOf(body, tokensOf(text).length),
    };
    return { status: 200, headers: json, body: JSON.stringify(answer) };
  },
};

function about(body: Body, object: string) {
  return { id: "chatcmpl-1", object, created: 1_772_470_800, model: body["model"] };
}

function chunk(body: Body, delta: object, finish: string | null) {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
  return { ...about(body, "chat.completion.chunk"), choices };
}

function usageOf(body: Body, completion: number) {
  const prompt = tokensOf(JSON.stringify(body["messages"])).length;
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function failure(status: number, code: string, message: string) {
  const error = { message, type: "invalid_request_error", param: null, code };
  return { status, headers: json, body: JSON.stringify({ error }) };
}

function refusalOf(incoming: IncomingMessage, body: Body, key: string | null) {
  if (incoming.method !== "POST" || incoming.url !== "/v1/chat/completions")
    return failure(404, "unknown_url", `Unknown request URL: ${incoming.method} ${incoming.url}.`);
  if (key !== null && incoming.headers.authorization !== `Bearer ${key}`)
    return failure(401, "invalid_api_key", "Incorrect API key provided.");
  const { model, messages, temperature } = body;
  if (typeof model !== "string" || model === "")
    return failure(400, "missing_required_parameter", "You must provide a model parameter.");
  if (!Array.isArray(messages) || messages.length === 0)
    return failure(400, "missing_required_parameter", "Missing required parameter: 'messages'.");
  if (temperature !== undefined && !(Number(temperature) >= 0 && Number(temperature) <= 2))
    return failure(400, "decimal_above_max_value", "Invalid 'temperature'.");
  const wrong = faultOf(body["response_format"]);
  return wrong === null ? null : failure(400, "invalid_json_schema", wrong);
}
