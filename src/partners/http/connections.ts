import { Pool, fetch as poolFetch } from "undici";
import type { Clock } from "../../ports/clock.ts";
import { httpFailure } from "../../ports/http-failure.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import type { UpstreamAnswer, UpstreamRequest } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import { answerOf, readWhole } from "./answer.ts";
import { withoutWords } from "./failures.ts";

/** A connection that nobody uses is closed after this long, unless the service names a shorter time. */
const IDLE_MS = 60_000;

interface Options {
  readonly service: string;
  readonly base: URL;
  readonly atOnce: number;
  readonly connectMs: number;
  readonly silenceMs: number;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** The kept-alive connections of one service. Each method makes one attempt, measures it, and rejects with a `WorldError`. */
export interface Connections {
  ask(request: UpstreamRequest, signal: AbortSignal): Promise<UpstreamAnswer>;
  /** Resolves with the head of the answer; until then `signal` ends it, and `init.signal` at any time. */
  fetch(doing: string, url: URL, init: RequestInit, signal: AbortSignal): Promise<Response>;
  close(): Promise<void>;
}

export function openConnections(options: Options): Connections {
  const { service, base, atOnce, connectMs, silenceMs, clock, telemetry } = options;
  const pool = new Pool(base.origin, {
    connections: atOnce,
    keepAliveTimeout: IDLE_MS,
    connect: { timeout: connectMs },
    // How long an answer may take is for the attempt's signal to say.
    headersTimeout: 0,
    bodyTimeout: silenceMs,
  });
  pool.on("connect", () => telemetry.meter.count("partner_sockets_total", { service }));

  async function measured<T>(doing: string, attempt: () => Promise<T>): Promise<T> {
    const startedMs = clock.monotonicMs();
    let outcome = "answered";
    try {
      return await attempt();
    } catch (error) {
      outcome = error instanceof WorldError ? "refused" : "failed";
      if (error instanceof WorldError) throw error;
      throw new WorldError(service, doing, { retryable: true, cause: withoutWords(error) });
    } finally {
      telemetry.meter.count("partner_requests_total", { service, outcome });
      const seconds = (clock.monotonicMs() - startedMs) / 1000;
      telemetry.meter.observeSeconds("partner_request_seconds", seconds, { service });
    }
  }

  const failureOf = (doing: string, status: number, retryAfter: string | undefined) =>
    httpFailure({ service, doing, status, retryAfter, nowMs: clock.now() });

  return {
    ask: ({ doing, method, path, headers = {}, body = null, expected = [], onlyOnce = false }, signal) =>
      measured(doing, async () => {
        const answer = await pool.request({ method, path: joined(base, path), headers, body, signal });
        const head = { status: answer.statusCode, headers: answer.headers };
        const whole = await readWhole(answer.body);
        const read = answerOf({ service, doing, ...head, body: whole, repeatable: !onlyOnce });
        if (isSuccess(read.status) || expected.includes(read.status)) return read;
        throw failureOf(doing, read.status, read.headers["retry-after"]);
      }),
    fetch: (doing, url, init, signal) =>
      measured(doing, async () => {
        const head = untilHead(signal, init.signal ?? undefined);
        const asked = { ...init, redirect: "manual", signal: head.signal, dispatcher: pool };
        const answer = await poolFetch(url, asked as Parameters<typeof poolFetch>[1]);
        head.arrived();
        const failure = failureOf(doing, answer.status, answer.headers.get("retry-after") ?? undefined);
        if (answer.ok || !failure.retryable) return answer as unknown as Response;
        await answer.body?.cancel();
        throw failure;
      }),
    close: () => pool.destroy(),
  };
}

/** Aborted by the attempt until the head of the answer has arrived, and by who asked at any time. */
function untilHead(attempt: AbortSignal, wanted: AbortSignal | undefined) {
  const over = new AbortController();
  const giveUp = () => over.abort(attempt.reason);
  attempt.addEventListener("abort", giveUp, { once: true });
  return {
    signal: wanted === undefined ? over.signal : AbortSignal.any([over.signal, wanted]),
    arrived: () => attempt.removeEventListener("abort", giveUp),
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function joined(base: URL, path: string): string {
  return `${base.pathname.replace(/\/$/, "")}${path}`;
}
