// Written from Anthropic's API reference ("Messages", "Streaming messages", "Errors", "Structured outputs").

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

interface AnthropicEmulator extends ChatModel {
  /** `http://127.0.0.1:port/v1` */
  readonly address: string;
}

/** A server for messages, whole or streamed. */
export async function startAnthropic(options: ChatOptions): Promise<AnthropicEmulator> {
  const server = await startChatModel(messages, options);
  return { ...server, address: `${server.origin}/v1` };
}

const messages: ChatProtocol = {
  refusalOf,
  requestOf(_, body) {
    const asked = body["messages"] as readonly { role: string; content: unknown }[];
    const config = body["output_config"] as { format?: { schema?: unknown } } | undefined;
    return {
      model: String(body["model"]),
      instructions: contentOf(body["system"]),
      prompt: asked.map(({ content }) => contentOf(content)).join("\n"),
      temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
      form: config?.format?.schema ?? null,
    };
  },
  eventsOf(_, body, tokens) {
    if (body["stream"] !== true) return null;
    const end = { delta: { stop_reason: "end_turn", stop_sequence: null } };
    return [
      event("message_start", { message: message(body, [], null, 1) }),
      event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
      ...tokens.map((text) =>
        event("content_block_delta", { index: 0, delta: { type: "text_delta", text } }),
      ),
      event("content_block_stop", { index: 0 }),
      event("message_delta", { ...end, usage: { output_tokens: tokens.length } }),
      event("message_stop", {}),
    ];
  },
  wholeOf(body, text) {
    const answer = message(body, [{ type: "text", text }], "end_turn", tokensOf(text).length);
    return { status: 200, headers: json, body: JSON.stringify(answer) };
  },
};

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function message(body: Body, content: readonly object[], stop: string | null, written: number) {
  const read = tokensOf(JSON.stringify([body["system"], body["messages"]])).length;
  return {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: body["model"],
    content,
    stop_reason: stop,
    stop_sequence: null,
    usage: { input_tokens: read, output_tokens: written },
  };
}

function failure(status: number, type: string, text: string) {
  return { status, headers: json, body: JSON.stringify({ type: "error", error: { type, message: text } }) };
}

function refusalOf({ method, url, headers }: IncomingMessage, body: Body, key: string | null) {
  if (method !== "POST" || url !== "/v1/messages") return failure(404, "not_found_error", "Not found");
  if (key !== null && headers["x-api-key"] !== key)
    return failure(401, "authentication_error", "invalid x-api-key");
  const wrong = (text: string) => failure(400, "invalid_request_error", text);
  if (headers["anthropic-version"] === undefined) return wrong("anthropic-version: header is required");
  if (typeof body["model"] !== "string") return wrong("model: Field required");
  if (!Number.isInteger(body["max_tokens"])) return wrong("max_tokens: Field required");
  if (!Array.isArray(body["messages"]) || body["messages"].length === 0)
    return wrong("messages: Field required");
  const temperature = body["temperature"];
  if (temperature !== undefined && !(Number(temperature) >= 0 && Number(temperature) <= 1))
    return wrong("temperature: range: 0..1");
  return null;
}
