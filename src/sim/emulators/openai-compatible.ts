// Written from OpenAI's API reference for chat completions ("Create chat completion", "The chat completion chunk object",
// "Error codes") and the guide to structured outputs ("Supported schemas"), which Ollama, vLLM and Azure follow.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerUnder, type Fault, type FaultSwitch, replacesAnswer, sendUnder } from "./faults.ts";
import { faultOf } from "./openai-schema.ts";

/** What a client has asked, as far as a behaviour looks at it. */
export interface ChatRequest {
  readonly model: string;
  readonly instructions: string;
  readonly prompt: string;
  readonly temperature: number | null;
  /** The JSON schema that the reply is to follow; null when none was given. */
  readonly form: unknown;
}

/** What the model writes; an object is written as JSON. */
export type Behaviour = (request: ChatRequest) => unknown;

interface Options {
  readonly behaviour: Behaviour;
  /** What must be in the Authorization header; null = anybody may ask, as with Ollama. */
  readonly key?: () => string | null;
  /** Until the first word, and between words. */
  readonly firstTokenMs?: number;
  readonly tokenMs?: number;
}

export interface OpenAiEmulator extends FaultSwitch, AsyncDisposable {
  /** `http://127.0.0.1:port/v1` */
  readonly address: string;
  readonly requests: readonly ChatRequest[];
  behave(behaviour: Behaviour): void;
}

/** A server for chat completions, whole or streamed, that writes what it is told to. */
export async function startOpenAiCompatible({
  behaviour,
  key = () => null,
  firstTokenMs = 0,
  tokenMs = 0,
}: Options): Promise<OpenAiEmulator> {
  const requests: ChatRequest[] = [];
  let behave = behaviour;
  let fault: Fault | null = null;
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const refusal = refusalOf(incoming, body, key());
    if (replacesAnswer(fault) || refusal !== null) {
      answerUnder(fault, response, refusal ?? failure(500, "server_error", "The server had an error."));
      return;
    }
    const request = requestOf(body);
    requests.push(request);
    const text = textOf(behave(request));
    if (fault === "hang") return;
    const timing = { firstTokenMs, tokenMs };
    if (body["stream"] === true) stream({ response, body, text, timing, fault: () => fault });
    else answerUnder(fault, response, whole(body, text));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    behave(next) {
      behave = next;
    },
    setFault(next) {
      fault = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

/** A model that writes exactly this, word by word. */
function textOf(said: unknown): string {
  return typeof said === "string" ? said : JSON.stringify(said);
}

/** Roughly what a token is: a word with the blank before it, or a mark. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\s*[\p{L}\p{N}]+|\s*[^\p{L}\p{N}\s]|\s+$/gu) ?? [];
}

interface Streaming {
  readonly response: ServerResponse;
  readonly body: Body;
  readonly text: string;
  readonly timing: { readonly firstTokenMs: number; readonly tokenMs: number };
  readonly fault: () => Fault | null;
}

function stream({ response, body, text, timing, fault }: Streaming): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.flushHeaders();
  const outlet = {
    send: (piece: string | Uint8Array) => response.write(piece),
    cut: () => response.destroy(),
  };
  const send = sendUnder(fault, outlet);
  const tokens = tokensOf(text);
  const wantsUsage =
    (body["stream_options"] as { include_usage?: boolean } | undefined)?.include_usage === true;
  const events = [
    chunk(body, { role: "assistant", content: "" }, null),
    ...tokens.map((content) => chunk(body, { content }, null)),
    chunk(body, {}, "stop"),
    ...(wantsUsage ? [{ ...chunk(body, {}, null), choices: [], usage: usageOf(body, tokens.length) }] : []),
  ].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  const pieces = [...events, "data: [DONE]\n\n"];
  const next = (index: number): void => {
    const piece = pieces[index];
    if (piece === undefined) {
      if (!keepsOpen(fault())) response.end();
      return;
    }
    send(piece);
    later(index === 0 ? timing.firstTokenMs : timing.tokenMs, () => next(index + 1));
  };
  next(0);
}

/** Whether the connection stays though nothing more comes. */
function keepsOpen(fault: Fault | null): boolean {
  return fault === "mute" || (typeof fault === "object" && fault !== null && "stallAfterBytes" in fault);
}

function later(ms: number, then: () => void): void {
  if (ms === 0) setImmediate(then);
  else setTimeout(then, ms);
}

function chunk(body: Body, delta: object, finish: string | null) {
  return {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_772_470_800,
    model: body["model"],
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  };
}

function whole(body: Body, text: string) {
  const message = { role: "assistant", content: text, refusal: null };
  const answer = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_772_470_800,
    model: body["model"],
    choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
    usage: usageOf(body, tokensOf(text).length),
  };
  return { status: 200, headers: json, body: JSON.stringify(answer) };
}

function usageOf(body: Body, completion: number) {
  const prompt = tokensOf(JSON.stringify(body["messages"])).length;
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

const json = { "content-type": "application/json" };

function failure(status: number, code: string, message: string) {
  const error = {
    message,
    type: status === 500 ? "server_error" : "invalid_request_error",
    param: null,
    code,
  };
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

function requestOf(body: Body): ChatRequest {
  const messages = body["messages"] as readonly { role: string; content: unknown }[];
  const textIn = (...roles: string[]) =>
    messages
      .filter(({ role }) => roles.includes(role))
      .map(({ content }) => contentOf(content))
      .join("\n");
  return {
    model: String(body["model"]),
    instructions: textIn("system", "developer"),
    prompt: textIn("user"),
    temperature: typeof body["temperature"] === "number" ? body["temperature"] : null,
    form:
      (body["response_format"] as { json_schema?: { schema?: unknown } } | undefined)?.json_schema?.schema ??
      null,
  };
}

/** A text, or parts of which some are texts. */
function contentOf(content: unknown): string {
  if (typeof content === "string") return content;
  return (content as readonly { text?: string }[]).map(({ text = "" }) => text).join("");
}

async function bodyOf(incoming: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  try {
    return JSON.parse(Buffer.concat(pieces).toString()) as Body;
  } catch {
    return {};
  }
}
