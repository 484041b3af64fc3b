import type { Clock } from "../ports/clock.ts";
import { httpFailure } from "../ports/http-failure.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Upstream } from "../ports/upstream.ts";
import { WorldError } from "../ports/world-error.ts";

/** Turns what a service sends into mu-law of the line, piece by piece. */
export interface SoundConverter extends Disposable {
  push(piece: Uint8Array): Uint8Array;
  /** What is left when the last piece has come. */
  end(): Uint8Array;
}

export interface VoiceService {
  /** A label of metrics. */
  readonly service: string;
  readonly upstream: Upstream;
  /** Of the upstream, with the path in front of every request's. */
  readonly address: string;
  readonly clock: Clock;
  request(text: string): { path: string; headers: Record<string, string>; body: object };
  converter(): SoundConverter;
}

const doing = "speaking a text";

/**
 * A voice over HTTP: one request a text, and its sound is heard while it still comes. A request that fails before any sound is tried
 * again as its `Upstream` has it; sound that breaks off in the middle is an error.
 */
export function streamedVoice(voice: VoiceService): Synthesizer {
  const closed = new AbortController();
  return {
    async *speak(text, { signal: wanted }) {
      if (closed.signal.aborted)
        throw new WorldError(voice.service, "speaking when closed", { retryable: false });
      // The words themselves are what the service is for.
      const words = text.reveal().trim();
      if (words === "" || wanted.aborted) return;
      const stopped = new AbortController();
      const signal = AbortSignal.any([wanted, closed.signal, stopped.signal]);
      try {
        yield* soundOf(voice, words, signal);
      } catch (error) {
        if (wanted.aborted) return;
        throw error instanceof WorldError ? error : failure(voice, error);
      } finally {
        // Whoever stops listening before the end has the service stop too.
        stopped.abort();
      }
    },
    ready: () => null,
    async close() {
      closed.abort();
      await voice.upstream.close();
    },
  };
}

async function* soundOf(voice: VoiceService, words: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  using converter = voice.converter();
  for await (const piece of await ask(voice, words, signal)) {
    const sound = converter.push(piece);
    if (signal.aborted) return;
    if (sound.length > 0) yield sound;
  }
  const rest = converter.end();
  if (rest.length > 0 && !signal.aborted) yield rest;
}

async function ask(
  voice: VoiceService,
  words: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { path, headers, body } = voice.request(words);
  const answer = await voice.upstream.fetch(doing)(`${voice.address.replace(/\/$/, "")}${path}`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  const type = answer.headers.get("content-type") ?? "";
  if (answer.ok && answer.body !== null && !/json|html|text/.test(type)) return answer.body;
  await answer.body?.cancel();
  if (answer.ok) throw failure(voice, new Error("no sound"));
  const { status } = answer;
  throw httpFailure({
    service: voice.service,
    doing,
    status,
    retryAfter: undefined,
    nowMs: voice.clock.now(),
  });
}

/** Causes may repeat the words, so their names alone go on. */
function failure({ service }: VoiceService, error: unknown): WorldError {
  const cause = new Error(error instanceof Error ? error.name : "unknown");
  return new WorldError(service, doing, { retryable: true, cause });
}
