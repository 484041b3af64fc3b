import { describe, expect, test } from "vitest";
import { answerUntil, play } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const at = async (purpose: string) =>
  answerUntil(await TypedCall.answered({ practice: demoClinic }), purpose);
const offersOf = (call: TypedCall) => call.state.dialogue.negotiation.offers ?? [];
const local = (start: number) =>
  Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(demoClinic.timeZone);

test("two or three times are offered, with day, date, time and doctor", async () => {
  const call = await at("offerTimes");
  expect(offersOf(call)).toHaveLength(3);
  expect(call.said).toMatch(
    /Monday, March second, at .* in the (?:morning|afternoon) with Dr\. Elena Garcia/,
  );
});

test("what was refused is never offered again", async () => {
  const call = await at("offerTimes");
  const first = offersOf(call).map(({ id }) => id);
  await call.type("none of those work for me");
  expect(call.purpose).toBe("offerTimes");
  expect(offersOf(call).filter(({ id }) => first.includes(id))).toEqual([]);
});

test("after two plain refusals the caller is asked when", async () => {
  const call = await at("offerTimes");
  const script = [
    ["none of those", "offerTimes"],
    ["no", "ask:when"],
    ["next week in the afternoon", "offerTimes"],
    ["the second one", "readBack"],
  ] as const;
  expect(await play(call, script)).toEqual(script);
});

const wishes: readonly (readonly [line: string, fits: (start: Temporal.ZonedDateTime) => boolean])[] = [
  [
    "next week",
    (start) =>
      start.toPlainDate().toString() >= "2026-03-09" && start.toPlainDate().toString() <= "2026-03-15",
  ],
  ["do you have anything after three?", (start) => start.hour >= 15],
  ["only mornings", (start) => start.hour < 12],
  ["any day but Monday", (start) => start.dayOfWeek !== 1],
  ["how about thursday", (start) => start.dayOfWeek === 4],
  ["something on March 11th", (start) => start.toPlainDate().toString() === "2026-03-11"],
];
for (const [line, fits] of wishes)
  test(`"${line}" is offered`, async () => {
    const call = await at("offerTimes");
    await call.type(line);
    expect(call.purpose).toBe("offerTimes");
    const starts = offersOf(call).map(({ start }) => local(start));
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.filter((start) => !fits(start)).map(String)).toEqual([]);
  });

test("wishes add up", async () => {
  const call = await at("offerTimes");
  await call.types("next week", "in the morning");
  const starts = offersOf(call).map(({ start }) => local(start));
  expect(starts.every((start) => start.hour < 12 && start.toPlainDate().toString() >= "2026-03-09")).toBe(
    true,
  );
});

test("a wish told at the beginning is kept until times are discussed", async () => {
  const call = await TypedCall.answered({ practice: demoClinic });
  await call.type("I need an appointment next week for a sore throat");
  await answerUntil(call, "offerTimes");
  expect(
    local(offersOf(call)[0]?.start ?? 0)
      .toPlainDate()
      .toString() >= "2026-03-09",
  ).toBe(true);
});

test("nothing as wished is said honestly, with the nearest instead", async () => {
  const call = await at("offerTimes");
  await call.type("on a Sunday");
  expect(call.purpose).toBe("offerTimes");
  expect(call.said).toContain("I have nothing");
});

const choices: readonly (readonly [line: string, index: number])[] = [
  ["the first one", 0],
  ["the second one please", 1],
  ["number three", 2],
  ["the last one", 2],
  ["the earliest", 0],
  ["no, the second one", 1],
  ["No, I meant the second one please", 1],
  ["no sorry, number three", 2],
  ["no, I'd rather take the last one", 2],
];
for (const [line, index] of choices)
  test(`"${line}" chooses`, async () => {
    const call = await at("offerTimes");
    const wanted = offersOf(call)[index];
    await call.type(line);
    expect(call.purpose).toBe("readBack");
    expect(call.ledger.liveHolds[0]?.opening).toEqual(wanted);
  });

for (const line of [
  "no, the second one doesn't work",
  "no, not the second one",
  "no, I can't do the first one",
  "no, the third one is too late for me",
])
  test(`"${line}" chooses none`, async () => {
    const call = await at("offerTimes");
    await call.type(line);
    expect(call.purpose).toBe("offerTimes");
    expect(call.ledger.liveHolds).toEqual([]);
  });

test("keys choose too", async () => {
  const call = await at("offerTimes");
  const wanted = offersOf(call)[1];
  await call.press("2");
  expect(call.ledger.liveHolds[0]?.opening).toEqual(wanted);
});

test("a yes to several times is asked about", async () => {
  const call = await at("offerTimes");
  await call.type("yes");
  expect(call.purpose).toBe("offerTimes");
  expect(call.said).toContain("Which one");
});

test("a time that is taken while the caller thinks is spoken about, and another is offered", async () => {
  const call = await at("offerTimes");
  const [first] = offersOf(call);
  if (first !== undefined) call.ledger.takeAway(first);
  await call.type("the first one");
  expect(call.purpose).toBe("offerTimes");
  expect(call.said).toContain("just been taken");
  expect(offersOf(call).map(({ id }) => id)).not.toContain(first?.id);
});

test("a hold that ran out is taken anew without asking again", async () => {
  const call = await at("readBack");
  const opening = call.ledger.liveHolds[0]?.opening;
  call.ledger.expireHolds();
  await call.type("yes");
  expect(call.purposes).toEqual(["booked", "ask:anythingElse"]);
  expect(call.ledger.bookings[0]?.start).toBe(opening?.start);
});

test("a hold that ran out and is lost leads to the next best", async () => {
  const call = await at("readBack");
  const opening = call.ledger.liveHolds[0]?.opening;
  call.ledger.expireHolds();
  if (opening !== undefined) call.ledger.takeAway(opening);
  call.ledger.instead.push({ kind: "book", outcome: { kind: "expired" } });
  await call.type("yes");
  expect(call.purpose).toBe("offerTimes");
  expect(call.said).toContain("just been taken");
  await call.types("the first one", "yes");
  expect(call.booking).not.toBeNull();
});

test("when there is nothing at all, somebody calls back", async () => {
  const call = await at("ask:doctor");
  const none = { kind: "findOpenings", outcome: { kind: "openings", openings: [] } } as const;
  call.ledger.instead.push(none, none, none, none);
  await call.type("Dr. Garcia");
  expect(call.purpose).toBe("ask:waitlist");
  await call.type("somebody should call me");
  expect(call.end === "transferred" || call.ledger.tickets.length === 1).toBe(true);
});

test("something later counts from what was offered", async () => {
  const call = await at("offerTimes");
  const last = local(offersOf(call).at(-1)?.start ?? 0)
    .toPlainDate()
    .toString();
  await call.type("do you have something later?");
  expect(call.purpose).toBe("offerTimes");
  for (const { start } of offersOf(call)) expect(local(start).toPlainDate().toString() > last).toBe(true);
});

test("later in the day keeps the days and moves the hours", async () => {
  const call = await at("offerTimes");
  await call.type("something on Thursday");
  const latest = Math.max(...offersOf(call).map(({ start }) => local(start).hour));
  await call.type("later in the day");
  for (const { start } of offersOf(call)) {
    expect(local(start).dayOfWeek).toBe(4);
    expect(local(start).hour).toBeGreaterThanOrEqual(latest);
  }
});

test("the later one chooses among those on the table", async () => {
  const call = await at("offerTimes");
  const last = offersOf(call).at(-1);
  await call.type("the later one");
  expect(call.ledger.liveHolds[0]?.opening).toEqual(last);
});

test("on a Sunday, next week is not the week of a day that was just refused", async () => {
  const sunday = Date.UTC(2026, 2, 1, 18);
  const call = await answerUntil(
    await TypedCall.answered({ practice: demoClinic, instant: sunday }),
    "offerTimes",
  );
  expect(call.said).toContain("tomorrow");
  await call.type("could we do next week instead?");
  expect(call.purpose).toBe("offerTimes");
  for (const { start } of offersOf(call)) {
    const day = local(start).toPlainDate().toString();
    expect(day >= "2026-03-09" && day <= "2026-03-15").toBe(true);
  }
});
test("on a Sunday, next week begins tomorrow to a caller who has refused nothing", async () => {
  const call = await TypedCall.answered({ practice: demoClinic, instant: Date.UTC(2026, 2, 1, 18) });
  await call.type("I need an appointment next week for a sore throat");
  await answerUntil(call, "offerTimes");
  expect(
    local(offersOf(call)[0]?.start ?? 0)
      .toPlainDate()
      .toString() <= "2026-03-08",
  ).toBe(true);
});

describe("a time that is held", () => {
  /** Somebody who looks for something, for as many times fifty seconds. */
  const thinks = async (call: TypedCall, times: number) => {
    for (let time = 0; time < times; time++) {
      await call.type("hold on please");
      call.pass(50_000);
      await call.settle();
    }
  };
  const holds = (call: TypedCall) => call.requests.filter(({ request }) => request.kind === "hold");

  test("is kept for as long as the caller is on the line, under its first number", async () => {
    const call = await at("readBack");
    await thinks(call, 6);
    expect(call.ledger.liveHolds).toHaveLength(1);
    expect(holds(call).length).toBeGreaterThan(2);
    expect(new Set(holds(call).map(({ id }) => id)).size).toBe(1);
    await call.type("yes");
    expect(call.purposes[0]).toBe("booked");
  });

  test("is kept while another task comes before it", async () => {
    const call = await at("readBack");
    await call.types("can I leave a message for Dr. Chen first?", "I will call her again tomorrow");
    expect(call.purpose).toBe("ask:resume");
    await thinks(call, 4);
    expect(call.ledger.liveHolds).toHaveLength(1);
    await call.types("yes", "yes");
    expect(call.ledger.bookings).toHaveLength(1);
  });

  test("is let go with the call, and not asked for again", async () => {
    const call = await at("readBack");
    await call.hangsUp();
    const asked = holds(call).length;
    call.pass(600_000);
    await call.settle();
    expect(call.ledger.liveHolds).toEqual([]);
    expect(holds(call)).toHaveLength(asked);
  });

  test("is given back no more than it was taken, when its reply comes twice", async () => {
    const call = await at("readBack");
    const [hold] = call.ledger.liveHolds;
    const [first] = holds(call);
    if (hold === undefined || first === undefined) throw new Error("nothing is held");
    const { opening, expires } = hold;
    call.answer(first.id, { kind: "held", hold: hold.id, opening, expires });
    await call.settle();
    expect(call.ledger.liveHolds).toHaveLength(1);
  });
});
