import fastify from "fastify";
import { beforeEach, describe, expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { ana, anyOpening, key, LedgerScene } from "../ports/testing/ledger-scene.ts";
import { memoryLedgerUnderTest } from "../ports/testing/memory-ledger-under-test.ts";
import { practiceAsked, registerLedgerEndpoints } from "./ledger-endpoints.ts";

const practice = testPractice.id;
let scene: LedgerScene;
let get: (path: string) => Promise<{ statusCode: number; json: () => unknown }>;

beforeEach(() => {
  scene = new LedgerScene(memoryLedgerUnderTest());
  const app = fastify();
  registerLedgerEndpoints(app, { ledger: scene.ledger, asked: practiceAsked([testPractice]) });
  get = (path) => app.inject(path);
});

describe("what a call has left in the ledger", () => {
  test("a booking, by its confirmation number, with why it was cancelled", async () => {
    const booking = await scene.booked("call-1");
    await scene.ledger.cancelBooking(booking, hide("I feel better"), scene.next("call-1"));
    const found = (await get(`/api/bookings/${booking.confirmation}?practice=${practice}`)).json();
    expect(found).toMatchObject({ state: "cancelled", details: { given: "Ana" }, reason: "I feel better" });
    expect((await get("/api/bookings/AAAAAA")).statusCode).toBe(404);
  });

  test("who waits, for what", async () => {
    expect((await get("/api/waitlist")).json()).toEqual([]);
    const ticket = await scene.ledger.joinWaitlist(practice, anyOpening, hide(ana), key("call-1", 1));
    const waiting = { ticket, wanted: anyOpening, details: { given: "Ana" }, offered: null };
    expect((await get(`/api/waitlist?practice=${practice}`)).json()).toMatchObject([waiting]);
  });

  test("tickets, all and one, with the number to call and the message", async () => {
    const message = { purpose: "message", to: "santos", about: "message" } as const;
    const number = await scene.ledger.takeTicket(
      practice,
      { ...message, phone: hide("+15035550111"), message: hide("the bill is wrong") },
      key("call-1", 1),
    );
    const ticket = { number, ...message, phone: "+15035550111", message: "the bill is wrong", state: "open" };
    expect((await get("/api/tickets")).json()).toMatchObject([ticket]);
    expect((await get(`/api/tickets/${number}`)).json()).toMatchObject(ticket);
    expect((await get("/api/tickets/AAAAAA")).statusCode).toBe(404);
  });

  test("who is not to be called any more, in any spelling of the number", async () => {
    const ask = async () => (await get(`/api/do-not-call/${encodeURIComponent("(503) 555-0111")}`)).json();
    expect(await ask()).toEqual({ doNotCall: false });
    await scene.ledger.stopCalling(practice, hide("+15035550111"), key("call-1", 1));
    expect(await ask()).toEqual({ doNotCall: true });
  });
});
