// Goal: one door for all HTTP, which fails as promised and never twice does what must be done once. Method: the real client
// against an emulated service under each fault.
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UpstreamRequest } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import type { Fault } from "../../sim/emulators/faults.ts";
import { type HttpEmulator, startHttpEmulator } from "../../sim/emulators/http-emulator.ts";
import type { ResilienceLimits } from "../resilience/resilience.ts";
import { testUpstream } from "./testing/test-upstream.ts";

let service: HttpEmulator;
beforeEach(async () => {
  service = await startHttpEmulator(({ path, headers, body }) => {
    if (path === "/missing") return { status: 404, body: '{"reason":"nobody of that name"}' };
    if (path === "/moved") return { status: 302, headers: { location: "https://example.com/" }, body: "" };
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ path, body, key: headers["x-key"] ?? null }),
    };
  });
});
afterEach(() => service[Symbol.asyncDispose]());

const upstream = (limits: Partial<ResilienceLimits> = {}) =>
  testUpstream(service.address, { attempts: 2, ...limits });

const get: UpstreamRequest = { doing: "asking", method: "GET", path: "/names?of=all" };
const post: UpstreamRequest = { doing: "telling", method: "POST", path: "/names", body: "Ana" };

async function failureOf(asking: Promise<unknown>): Promise<WorldError> {
  const error = await asking.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorldError);
  return error as WorldError;
}

test("a request arrives as it was given, under the path of the address", async () => {
  await using one = testUpstream(`${service.address}/v1/`);
  const answer = await one.request({ ...post, headers: { "x-key": "k" } });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/json");
  expect(answer.json()).toEqual({ path: "/v1/names", body: "Ana", key: "k" });
});

test("connections are kept for the next request, and counted", async () => {
  await using one = upstream();
  for (let number = 0; number < 20; number++) await one.request(get);
  // The pool opens a second one when the first has given its answer and is not marked as free yet.
  expect(one.telemetry.counted("partner_sockets_total")).toBeLessThanOrEqual(2);
  expect(one.telemetry.counted("partner_requests_total")).toBe(20);
});

test("a refusal that is expected is an answer", async () => {
  await using one = upstream();
  const answer = await one.request({ ...get, path: "/missing", expected: [404] });
  expect(answer.json()).toEqual({ reason: "nobody of that name" });
});

test.each([
  ["/missing", 404],
  ["/moved", 302],
])("%s is refused for good and asked once", async (path, status) => {
  await using one = upstream();
  expect(await failureOf(one.request({ ...get, path }))).toMatchObject({ retryable: false, status });
  expect(service.requests).toHaveLength(1);
});

describe("under each fault", () => {
  test.each<[fault: Fault, expected: Partial<WorldError>, asked: number]>([
    ["refuse", { retryable: true, status: null }, 2],
    ["hang", { retryable: true, status: null }, 2],
    ["mute", { retryable: true, status: null }, 2],
    [{ stallAfterBytes: 5 }, { retryable: true, status: null }, 2],
    ["dropInTheMiddle", { retryable: true, status: null }, 2],
    ["serverError", { retryable: true, status: 500 }, 2],
    [{ tooMany: 60 }, { retryable: true, status: 429, retryAfterMs: 60_000 }, 1],
    ["unauthorized", { retryable: false, status: 401 }, 1],
  ])("%j: a failure of the world, asked again when that can help", async (fault, expected, asked) => {
    await using one = upstream();
    service.setFault(fault);
    expect(await failureOf(one.request(get))).toMatchObject(expected);
    expect(service.requests).toHaveLength(asked);
    service.setFault(null);
    expect((await one.request(get)).status).toBe(200);
  });

  test("garbage is told from JSON", async () => {
    await using one = upstream();
    service.setFault("garbage");
    const answer = await one.request(get);
    expect(() => answer.json()).toThrow(WorldError);
  });

  test("an answer that is slow within its limit is an answer", async () => {
    // The service is slow by the machine's clock, of which the limits' one runs ahead.
    await using one = upstream({ attemptMs: 1e6, deadlineMs: 1e6 });
    service.setFault({ slowMs: 20 });
    expect((await one.request(get)).status).toBe(200);
  });
});

test.each<Fault>(["hang", "mute", { stallAfterBytes: 5 }, "dropInTheMiddle"])(
  "%j: however often it fails, no stuck connection is left behind",
  async (fault) => {
    await using one = upstream({ attempts: 1, attemptMs: 20, restAfterFailures: 100 });
    service.setFault(fault);
    await Promise.allSettled(Array.from({ length: 20 }, () => one.request(get)));
    const connections = promisify(service.server.getConnections.bind(service.server));
    await expect.poll(() => connections()).toBe(0);
  },
);

test("neither what was asked nor what was answered goes into an error", async () => {
  await using one = upstream();
  service.setFault("dropInTheMiddle");
  const error = await failureOf(one.request({ ...post, path: "/names?of=Ana" }));
  expect([error.message, error.stack, String(error.cause)].join()).not.toContain("Ana");
});

describe("what must be done only once", () => {
  const once = { ...post, onlyOnce: true };

  test.each<Fault>(["hang", "dropInTheMiddle", "serverError"])(
    "%j may have been taken: asked once, and nobody is to repeat it",
    async (fault) => {
      await using one = upstream();
      service.setFault(fault);
      expect(await failureOf(one.request(once))).toMatchObject({ retryable: false });
      expect(service.requests).toHaveLength(1);
    },
  );

  test("too many requests were surely not taken: asked again", async () => {
    await using one = upstream();
    service.setFault({ tooMany: 0 });
    expect(await failureOf(one.request(once))).toMatchObject({ retryable: true });
    expect(service.requests).toHaveLength(2);
  });

  test("nobody there has taken nothing: may be repeated", async () => {
    await using one = upstream();
    await service[Symbol.asyncDispose]();
    expect(await failureOf(one.request(once))).toMatchObject({ retryable: true });
  });
});

describe("in the shape of fetch", () => {
  test("an answer is read while it comes, past the deadline of its head", async () => {
    await using one = upstream();
    const answer = await one.fetch("asking")(`${service.address}/names`, { method: "POST", body: "Ana" });
    expect(await answer.json()).toMatchObject({ path: "/names", body: "Ana" });
  });

  test("a refusal is an answer, what may pass is a failure of the world", async () => {
    await using one = upstream();
    const asking = one.fetch("asking");
    expect((await asking(`${service.address}/missing`)).status).toBe(404);
    service.setFault("serverError");
    expect(await failureOf(asking(`${service.address}/names`))).toMatchObject({ status: 500 });
    service.setFault("hang");
    expect(await failureOf(asking(`${service.address}/names`))).toMatchObject({ retryable: true });
  });

  test("a body that falls silent ends by itself", async () => {
    await using one = upstream();
    service.setFault({ stallAfterBytes: 5 });
    const answer = await one.fetch("asking")(`${service.address}/names`);
    await expect(answer.text()).rejects.toThrow();
  });

  test("no longer wanted → over at once, also in the middle of the body", async () => {
    await using one = upstream({ attemptMs: 10_000, deadlineMs: 10_000 });
    service.setFault({ stallAfterBytes: 5 });
    const hangUp = new AbortController();
    const answer = await one.fetch("asking")(`${service.address}/names`, { signal: hangUp.signal });
    hangUp.abort(new Error("hung up"));
    await expect(answer.text()).rejects.toThrow("hung up");
  });

  test("another address is never asked through it", async () => {
    await using one = upstream();
    await expect(one.fetch("asking")("https://example.com/")).rejects.toThrow("another address");
  });
});
