import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  answerUnder,
  type EmulatedAnswer,
  type Fault,
  type FaultSwitch,
  replacesAnswer,
  sendUnder,
} from "./faults.ts";
import { openSockets } from "./open-sockets.ts";

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

export type Body = Readonly<Record<string, unknown>>;

/** How a service that writes texts is spoken to. */
export interface ChatProtocol {
  /** What the service would refuse about a request; null when it takes it. `key` is the one it knows; null = anybody may ask. */
  refusalOf(incoming: IncomingMessage, body: Body, key: string | null): EmulatedAnswer | null;
  requestOf(incoming: IncomingMessage, body: Body): ChatRequest;
  /** The events of a streamed answer, as they are sent; null when it was not asked for as a stream. */
  eventsOf(incoming: IncomingMessage, body: Body, tokens: readonly string[]): readonly string[] | null;
  wholeOf(body: Body, text: string): EmulatedAnswer;
}

export interface ChatOptions {
  readonly behaviour: Behaviour;
  /** Null, or left out = anybody may ask. */
  readonly key?: () => string | null;
  /** Until the first word, and between words. */
  readonly firstTokenMs?: number;
  readonly tokenMs?: number;
}

export interface ChatModel extends FaultSwitch, AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly requests: readonly ChatRequest[];
  behave(behaviour: Behaviour): void;
  /** Connections that stand. */
  sockets(): number;
}

/** A server that speaks the protocol and writes what it is told to, word by word. */
export async function startChatModel(protocol: ChatProtocol, options: ChatOptions): Promise<ChatModel> {
  const { key = () => null, firstTokenMs = 0, tokenMs = 0 } = options;
  const requests: ChatRequest[] = [];
  let behave = options.behaviour;
  let fault: Fault | null = null;
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const refusal = protocol.refusalOf(incoming, body, key());
    if (replacesAnswer(fault) || refusal !== null) {
      answerUnder(fault, response, refusal ?? { status: 500, body: "" });
      return;
    }
    const request = protocol.requestOf(incoming, body);
    requests.push(request);
    const text = textOf(behave(request));
    if (fault === "hang") return;
    const events = protocol.eventsOf(incoming, body, tokensOf(text));
    if (events === null) answerUnder(fault, response, protocol.wholeOf(body, text));
    else stream(response, events, { firstTokenMs, tokenMs, fault: () => fault });
  });
  const sockets = openSockets(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    sockets: sockets.count,
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

/** A model that writes exactly this. */
function textOf(said: unknown): string {
  return typeof said === "string" ? said : JSON.stringify(said);
}

/** Roughly what a token is: a word with the blank before it, or a mark. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/\s*[\p{L}\p{N}]+|\s*[^\p{L}\p{N}\s]|\s+$/gu) ?? [];
}

interface Timing {
  readonly firstTokenMs: number;
  readonly tokenMs: number;
  readonly fault: () => Fault | null;
}

function stream(response: ServerResponse, events: readonly string[], timing: Timing): void {
  const { firstTokenMs, tokenMs, fault } = timing;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.flushHeaders();
  const outlet = {
    send: (piece: string | Uint8Array) => response.write(piece),
    cut: () => response.destroy(),
  };
  const send = sendUnder(fault, outlet);
  const next = (index: number): void => {
    const event = events[index];
    if (event === undefined) {
      if (!keepsOpen(fault())) response.end();
      return;
    }
    send(event);
    later(index === 0 ? firstTokenMs : tokenMs, () => next(index + 1));
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

async function bodyOf(incoming: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  try {
    return JSON.parse(Buffer.concat(pieces).toString()) as Body;
  } catch {
    return {};
  }
}

export const json = { "content-type": "application/json" };

/** A text, or parts of which some are texts. */
export function contentOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return (content as readonly { text?: string }[]).map(({ text = "" }) => text).join("");
}
