import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { preparedFolder } from "../ledger/testing/test-database.ts";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { type Server, startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

let folder: Awaited<ReturnType<typeof preparedFolder>>;
let server: Server;
const token = "a-token-of-sixteen";
const quick = () => ({
  recognizer: silentRecognizer(),
  synthesizer: toneSynthesizer(),
  [Symbol.asyncDispose]: async () => {},
});
const settings = (more: Record<string, string> = {}) =>
  readSettings({ PORT: "0", FRONTDESK_DATA: folder.path, LOG_LEVEL: "error", METRICS_TOKEN: token, ...more });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), { headers });

beforeAll(async () => {
  folder = await preparedFolder();
  server = await startServer(settings(), { speech: quick() });
});
afterAll(async () => {
  await server?.close(0);
  await folder?.[Symbol.asyncDispose]();
});

describe("whoever sits at the machine", () => {
  test("sees the practices, and the line's own test last", async () => {
    const practices = (await (await get("/api/practices")).json()) as { id: string }[];
    expect(practices.map(({ id }) => id)).toEqual(["auto-service", "clinic", "echo"]);
  });

  test("is told when there is no such booking, call or mail", async () => {
    for (const path of ["/api/bookings/AAAAAA", "/api/calls/CA1", "/api/mail/..%2F..%2Fkeys%2Fledger.key"])
      expect((await get(path)).status).toBe(404);
  });
});

describe("somebody behind a proxy", () => {
  const proxied = { "x-forwarded-for": "192.0.2.7" };

  test("sees neither page, nor practices, nor bookings", async () => {
    for (const path of ["/", "/api/practices", "/api/bookings/AAAAAA", "/api/mail"])
      expect((await get(path, proxied)).status).toBe(403);
  });

  test("reads the metrics with the token only", async () => {
    const bearing = (value: string) => get("/metrics", { ...proxied, authorization: `Bearer ${value}` });
    expect((await get("/metrics", proxied)).status).toBe(403);
    expect((await bearing("another-token-of-x")).status).toBe(403);
    expect(await (await bearing(token)).text()).toContain("frontdesk_");
  });
});

test("a data directory that is in use is refused, with the way out", async () => {
  await expect(startServer(settings(), { speech: quick() })).rejects.toThrow(/open in another process/);
});
