// Written from Google's Gemini API reference ("Generating content": generateContent, streamGenerateContent; "API errors").

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

interface GoogleEmulator extends ChatModel {
  /** `http://127.0.0.1:port/v1beta` */
  readonly address: string;
}

/** A server for generated content, whole or streamed. */
export async function startGoogle(options: ChatOptions): Promise<GoogleEmulator> {
  const server = await startChatModel(generate, options);
  return { ...server, address: `${server.origin}/v1beta` };
}

const path = /^\/v1beta\/models\/([\w.-]+):(generateContent|streamGenerateContent\?alt=sse)$/;

const generate: ChatProtocol = {
  refusalOf,
  requestOf({ url = "" }, body) {
    const contents = body["contents"] as readonly { parts: unknown }[];
    const config = (body["generationConfig"] ?? {}) as Body;
    return {
      model: path.exec(url)?.[1] ?? "",
      instructions: contentOf((body["systemInstruction"] as { parts?: unknown } | undefined)?.parts),
      prompt: contents.map(({ parts }) => contentOf(parts)).join("\n"),
      temperature: typeof config["temperature"] === "number" ? config["temperature"] : null,
      form: config["responseJsonSchema"] ?? config["responseSchema"] ?? null,
    };
  },
  eventsOf({ url = "" }, body, tokens) {
    if (!url.endsWith("alt=sse")) return null;
    const pieces = tokens.length === 0 ? [""] : tokens;
    return pieces.map((text, index) => {
      const finish = index === pieces.length - 1 ? "STOP" : null;
      return `data: ${JSON.stringify(answer(body, text, finish, index + 1))}\r\n\r\n`;
    });
  },
  wholeOf(body, text) {
    const whole = answer(body, text, "STOP", tokensOf(text).length);
    return { status: 200, headers: json, body: JSON.stringify(whole) };
  },
};

function answer(body: Body, text: string, finish: string | null, written: number) {
  const read = tokensOf(JSON.stringify([body["systemInstruction"], body["contents"]])).length;
  return {
    candidates: [
      { content: { parts: [{ text }], role: "model" }, ...(finish && { finishReason: finish }), index: 0 },
    ],
    usageMetadata: {
      promptTokenCount: read,
      candidatesTokenCount: written,
      totalTokenCount: read + written,
    },
    responseId: "response-1",
  };
}

function failure(code: number, status: string, message: string) {
  return { status: code, headers: json, body: JSON.stringify({ error: { code, message, status } }) };
}

function refusalOf({ method, url = "", headers }: IncomingMessage, body: Body, key: string | null) {
  if (method !== "POST" || !path.test(url))
    return failure(404, "NOT_FOUND", "Requested entity was not found.");
  if (key !== null && headers["x-goog-api-key"] !== key)
    return failure(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
  if (!Array.isArray(body["contents"]) || body["contents"].length === 0)
    return failure(400, "INVALID_ARGUMENT", "contents is not specified");
  return null;
}
