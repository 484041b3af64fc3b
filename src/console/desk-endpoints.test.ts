import fastify from "fastify";
import { beforeEach, describe, expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { ana, bornAs, LedgerScene } from "../ports/testing/ledger-scene.ts";
import { memoryLedgerUnderTest } from "../ports/testing/memory-ledger-under-test.ts";
import { registerDeskEndpoints } from "./desk-endpoints.ts";
import { practiceAsked } from "./ledger-endpoints.ts";

const practice = testPractice.id;
const staff = "santos";
let scene: LedgerScene;
let ask: (
  method: "GET" | "POST",
  url: string,
  payload?: object,
) => Promise<{ status: number; body: unknown }>;

beforeEach(() => {
  scene = new LedgerScene(memoryLedgerUnderTest());
  const app = fastify();
  registerDeskEndpoints(app, { ledger: scene.ledger, asked: practiceAsked([testPractice]) });
  ask = async (method, url, payload) => {
    const { statusCode, body } = await app.inject({ method, url, ...(payload && { payload }) });
    return { status: statusCode, body: JSON.parse(body) };
  };
});

describe("two who look alike", () => {
  const two = async () => ({
    kept: (await scene.booked("call-1")).person,
    merged: (await scene.booked("call-2", { given: "Hannah", email: null })).person,
  });

  test("are shown side by side with what is known of each", async () => {
    const { kept, merged } = await two();
    const { body } = await ask("GET", "/api/duplicates");
    expect(body).toMatchObject([
      {
        kind: "person",
        alike: "numberAndBirth",
        twins: [
          { id: kept, details: { name: "Ana Marsh", email: "ana@example.com" } },
          { id: merged, details: { name: "Hannah Marsh", phone: ana.phone } },
        ],
      },
    ]);
  });

  test("are merged, which can be taken back, once each", async () => {
    const pair = { staff, kind: "person", ...(await two()) };
    expect(await ask("POST", "/api/merges", pair)).toEqual({ status: 200, body: { outcome: "merged" } });
    expect((await ask("GET", "/api/duplicates")).body).toEqual([]);
    expect((await ask("GET", "/api/merges")).body).toMatchObject([pair]);
    expect(await ask("POST", "/api/merges/undo", pair)).toEqual({ status: 200, body: { outcome: "parted" } });
    expect(await ask("POST", "/api/merges/undo", pair)).toEqual({
      status: 409,
      body: { outcome: "notThere" },
    });
    const { person } = await scene.identified("call-3", bornAs({ ...ana, given: "Hannah" }));
    expect(person).toBe(pair.merged);
  });

  test("are shown no more when they are two", async () => {
    const { kept: one, merged: other } = await two();
    await ask("POST", "/api/duplicates/apart", { staff, kind: "person", one, other });
    expect((await ask("GET", "/api/duplicates")).body).toEqual([]);
    expect((await ask("GET", "/api/deeds")).body).toMatchObject([{ deed: "keepApart", staff }]);
  });
});

test("a ticket is settled by whoever says so", async () => {
  const about = { about: "message", purpose: "message", to: null, phone: null } as const;
  const ticket = { ...about, message: hide("the bill is wrong") };
  const number = await scene.ledger.takeTicket(practice, ticket, scene.next("call-1"));
  const settled = await ask("POST", `/api/tickets/${number}`, { staff, state: "done" });
  expect(settled).toMatchObject({
    status: 200,
    body: { number, state: "done", message: "the bill is wrong" },
  });
  expect((await ask("POST", "/api/tickets/AAAAAA", { staff, state: "done" })).status).toBe(404);
});

test("numbers that are not to be called, and what one number's owner has said in which words", async () => {
  const phone = hide("+15035550111");
  const words = { asked: "May we text you?", answered: "go ahead" };
  const agreed = { phone, given: true, words: hide(words), booking: null };
  await scene.ledger.answerTexts(practice, agreed, scene.next("call-1"));
  await scene.ledger.stopCalling(practice, phone, scene.next("call-2"));
  expect((await ask("GET", "/api/do-not-call")).body).toMatchObject([{ phone: "+15035550111" }]);
  const { body } = await ask("GET", `/api/consents/${encodeURIComponent("503 555 0111")}`);
  expect(body).toMatchObject([{ given: false }, { given: false }, { to: "texts", given: true, words }]);
});

test.each([
  ["/api/tickets/AAAAAA", { state: "done" }],
  ["/api/tickets/AAAAAA", { staff, state: "lost" }],
  ["/api/tickets/AAAAAA", { staff: "", state: "done" }],
  ["/api/merges", { staff, kind: "person", kept: "one" }],
  ["/api/merges/undo", { staff, kind: "booking", kept: "one", merged: "other" }],
  ["/api/duplicates/apart", { staff, kind: "person", one: "one" }],
])("%s refuses %j", async (url, payload) => {
  expect((await ask("POST", url, payload)).status).toBe(400);
});
