// What callers hear when a rule of the practice stands against what they want, and when the calendar changes under them.
import { describe, expect, test } from "vitest";
import type { Practice } from "../practice/practice.ts";
import { answerUntil } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const calling = (practice: Practice) => TypedCall.answered({ practice });
const offered = (call: TypedCall) =>
  call.requests.map(({ request }) => request).findLast(({ kind }) => kind === "findOpenings");
const offeringAsked = (call: TypedCall) => {
  const request = offered(call);
  return request?.kind === "findOpenings" ? request.wanted.offering : null;
};

/** All that was said in the call. */
const everything = (call: TypedCall) =>
  call.effects
    .flatMap((effect) =>
      effect.kind === "speak" ? effect.prompt.pieces.map(({ text }) => text.reveal()) : [],
    )
    .join(" ");

/** The demonstration clinic, with a rule for one of its offerings. */
function withRule(id: string, rules: Partial<Practice["offerings"][number]["rules"]>): Practice {
  return {
    ...demoClinic,
    offerings: demoClinic.offerings.map((one) =>
      one.id === id ? { ...one, rules: { ...one.rules, ...rules } } : one,
    ),
  };
}

describe("a visit that needs a referral", () => {
  const practice = withRule("cardiology", { referral: true });
  const asked = async () => {
    const call = await answerUntil(await calling(practice), "ask:complaint");
    await call.type("I have heart palpitations");
    return answerUntil(call, "ask:referral");
  };

  test("asks for it, and with one is booked with it", async () => {
    const call = await asked();
    expect(call.said).toMatch(/need a referral/);
    await call.type("yes, my doctor sent me");
    await answerUntil(call, "readBack");
    await call.type("yes");
    expect(call.ledger.bookings[0]).toMatchObject({ offering: "cardiology", visit: { referral: true } });
  });

  test("without one is not offered: the caller hears why, and what is looked for instead", async () => {
    const call = await asked();
    await call.type("no, I don't have one");
    await answerUntil(call, "offerTimes");
    expect(everything(call)).toMatch(/heart visit needs a referral.*I'll look for a same-day visit instead/i);
    expect(everything(call)).not.toMatch(/Johnson/);
    expect(offeringAsked(call)).toBe("urgentVisit");
  });

  test("nobody is asked for a referral to another visit", async () => {
    const call = await answerUntil(await calling(practice), "offerTimes");
    expect(call.purposes).not.toContain("ask:referral");
    expect(offeringAsked(call)).toBe("newPatient");
  });
});

describe("a visit for an age", () => {
  test("is not offered to others, who hear for whom it is", async () => {
    const practice = withRule("newPatient", { maxAgeYears: 17 });
    const call = await answerUntil(await calling(practice), "offerTimes");
    expect(everything(call)).toMatch(/new-patient visit is only for people under eighteen\. I'll look for/i);
    expect(offeringAsked(call)).not.toBe("newPatient");
  });

  test("comes back when the date of birth is put right", async () => {
    const practice = withRule("newPatient", { maxAgeYears: 17 });
    const call = await answerUntil(await calling(practice), "offerTimes");
    await call.type("the first one");
    await call.type("no, the date of birth is March 5th 2015");
    await answerUntil(call, "offerTimes");
    expect(offeringAsked(call)).toBe("newPatient");
  });
});

test("a payer whom nobody takes for it is told, and another visit is looked for", async () => {
  const call = await answerUntil(await calling(demoClinic), "ask:complaint");
  await call.type("I have heart palpitations");
  await answerUntil(call, "ask:referral");
  await call.type("yes");
  await answerUntil(call, "ask:payer");
  await call.type("Tricare");
  await answerUntil(call, "offerTimes");
  expect(everything(call)).toMatch(/nobody here takes your insurance for a heart visit/i);
  expect(offeringAsked(call)).toBe("urgentVisit");
});

test("who may have nothing at all is put through, with the reason", async () => {
  const practice: Practice = {
    ...demoClinic,
    offerings: demoClinic.offerings.map((one) => ({ ...one, rules: { ...one.rules, minAgeYears: 99 } })),
  };
  const call = await answerUntil(await calling(practice), "ask:email");
  await call.type("maria.lopez@example.com");
  for (let turn = 0; turn < 5 && call.end === null; turn += 1) await call.type("Dr. Garcia");
  expect(call.end).toBe("transferred");
  expect(call.ledger.bookings).toEqual([]);
});

test("P-staff-I: a day that is closed between the read-back and the yes is noticed and spoken about", async () => {
  const call = await answerUntil(await calling(demoClinic), "readBack");
  const start = call.ledger.liveHolds[0]?.opening.start ?? expect.unreachable();
  const day = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(demoClinic.timeZone)
    .toPlainDate();
  call.ledger.practice = { ...demoClinic, closures: [day.toString()] };
  await call.type("yes");
  expect(call.said).toContain("just been taken");
  expect(call.purpose).toBe("offerTimes");
  expect(call.ledger.bookings).toEqual([]);
  await call.types("the first one", "yes");
  expect(call.ledger.bookings).toHaveLength(1);
});

test("an appointment moves to a time that overlaps its own", async () => {
  const call = await calling(demoClinic);
  const [booking] = await bookedBefore(call, ["2026-03-05"]);
  const start = booking?.start ?? expect.unreachable();
  const quarter = Temporal.Instant.fromEpochMilliseconds(start + 15 * 60_000).toZonedDateTimeISO(
    demoClinic.timeZone,
  );
  await call.types("I need to reschedule my appointment", "Maria Lopez", "March 5th 1985");
  await call.type(`Thursday at ${quarter.toPlainTime().toString().slice(0, 5)}`);
  await answerUntil(call, "readBack");
  await call.type("yes");
  expect(call.ledger.bookings).toMatchObject([{ start: start + 15 * 60_000, sequence: 1 }]);
});

test("an appointment that staff cancel while its caller chooses another time is gone, and the caller hears so", async () => {
  const call = await calling(demoClinic);
  const [booking] = await bookedBefore(call, ["2026-03-05"]);
  await call.types("I need to reschedule my appointment", "Maria Lopez", "March 5th 1985", "the first one");
  const { confirmation } = booking ?? expect.unreachable();
  await call.ledger.port.cancelForStaff(demoClinic.id, confirmation, { staff: "quinn", reason: null });
  await call.type("yes");
  expect(everything(call)).toMatch(/changed|cancelled|no longer/i);
  expect(call.ledger.bookings).toMatchObject([{ state: "cancelled" }]);
});
