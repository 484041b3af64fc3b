import { expect, test } from "vitest";
import { answers, answerUntil, play, type Script } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const answered = (from: string | null = null) => TypedCall.answered({ practice: demoClinic, from });

test("the greeting discloses the assistant and cannot be interrupted", async () => {
  const call = await answered();
  expect(call.purposes).toEqual(["greeting", "howCanIHelp"]);
  expect(call.said).toContain("automated assistant");
  const [greeting, question] = call.effects.filter((effect) => effect.kind === "speak");
  expect([greeting?.prompt.bargeIn, question?.prompt.bargeIn]).toEqual([false, true]);
});

test("a new patient books, question by question", async () => {
  const call = await answered();
  const order = Object.keys(answers);
  const script: Script = order.map((purpose, index) => [
    answers[purpose] ?? "",
    order[index + 1] ?? "goodbye",
  ]);
  expect(await play(call, script)).toEqual(script);
  expect(call.end).toBe("done");
  expect(call.fields).toEqual({
    complaint: "I have a sore throat",
    duration: "two days",
    pain: "4",
    seenBefore: "this is your first visit",
    name: "Maria Lopez",
    dateOfBirth: "1985-03-05",
    payer: "Aetna",
    memberId: "W123456789",
    address: "350 Oak Street, Portland, OR 97205",
    phone: "+15035550123",
    email: "maria.lopez@example.com",
    doctor: "Dr. Elena Garcia",
  });
  const [booking] = call.ledger.bookings;
  expect(booking).toMatchObject({
    resource: "garcia",
    offering: "newPatient",
    details: { given: "Maria", family: "Lopez", dateOfBirth: "1985-03-05", groupNumber: null },
    visit: { complaintCategory: "soreThroat", duration: "P2D", pain: 4, urgency: "routine" },
  });
});

test("the confirmation is spelled with care, and e-mail is mentioned only when it was queued", async () => {
  const withEmail = await answerUntil(await answered(), "readBack");
  await withEmail.type("yes");
  expect(withEmail.purposes).toEqual(["booked", "ask:anythingElse"]);
  expect(withEmail.said).toContain("K as in kilo, seven, M as in mike, four");
  expect(withEmail.said).toContain("by e-mail");
  const without = await answerUntil(await answered(), "ask:email");
  await without.type("skip");
  await answerUntil(without, "readBack");
  await without.type("yes");
  expect(without.purposes).toEqual(["booked", "ask:anythingElse"]);
  expect(without.said).not.toMatch(/e-?mail|text message/i);
});

test("everything in one breath leaves only what is missing to be asked", async () => {
  const call = await answered();
  await call.type(
    "Hi, I have a sore throat. My name is Maria Lopez, I was born March 5th 1985. I have Aetna and my member ID is W123456789.",
  );
  expect(call.purpose).toBe("ask:duration");
  expect(call.fields).toMatchObject({
    name: "Maria Lopez",
    dateOfBirth: "1985-03-05",
    payer: "Aetna",
    memberId: "W123456789",
  });
  expect(call.said).toMatch(/Maria/);
});

test("another answer than the one asked for is kept, and the question is put again", async () => {
  const call = await answerUntil(await answered(), "ask:name");
  expect(
    await play(call, [
      ["I have Aetna", "ask:name"],
      ["Maria Lopez", "ask:dateOfBirth"],
    ]),
  ).toEqual([
    ["I have Aetna", "ask:name"],
    ["Maria Lopez", "ask:dateOfBirth"],
  ]);
  expect(call.fields).toMatchObject({ payer: "Aetna", name: "Maria Lopez" });
});

test("the calling number is offered and taken with a yes", async () => {
  const call = await answerUntil(await answered("+15035550177"), "ask:phone");
  expect(call.said).toContain("ending in zero one seven seven");
  expect(call.said).not.toContain("five zero three");
  await call.type("yes that's fine");
  expect(call.fields["phone"]).toBe("+15035550177");
});

test("another number than the calling one can be said at once, or after a no", async () => {
  const atOnce = await answerUntil(await answered("+15035550177"), "ask:phone");
  await atOnce.type("no, use 503 555 0123");
  expect(atOnce.fields["phone"]).toBe("+15035550123");
  const after = await answerUntil(await answered("+15035550177"), "ask:phone");
  await after.type("no");
  expect(after.purpose).toBe("ask:phone");
  expect(after.said).not.toContain("calling from");
  await after.press("5035550123");
  expect(after.fields["phone"]).toBe("+15035550123");
});

test("without insurance nobody is asked for a member ID", async () => {
  const call = await answerUntil(await answered(), "ask:payer");
  await call.type("I don't have insurance, I'll pay myself");
  expect(call.purpose).toBe("ask:address");
  expect(call.fields["payer"]).toBe("self-pay");
});

test("a member ID that is not at hand is left to the front desk, and the caller is told", async () => {
  const call = await answerUntil(await answered(), "ask:memberId");
  await call.type("I don't have it with me");
  expect(call.said).toContain("front desk");
  expect(call.fields["memberId"]).toBeUndefined();
  expect(call.purpose).toBe("ask:address");
});

test.for(["I've got", "I have a really", "it's about my"])('"%s" is no reason yet', async (begun) => {
  const call = await answerUntil(await answered(), "ask:complaint");
  await call.type(begun);
  expect(call.fields["complaint"]).toBeUndefined();
  expect(call.purpose).toMatch(/:complaint$/);
});

test("a checkup is not asked how long it has hurt", async () => {
  const call = await answerUntil(await answered(), "ask:complaint");
  await call.type("an annual checkup");
  expect(call.purpose).toBe("ask:seenBefore");
});

/** On file under another number than the one that calls. */
const maria = { given: "Maria", family: "Lopez", dateOfBirth: "1985-03-05", phone: "+15035550188" };

test("a known patient is recognised by name and birthday, and what is on file is only hinted at", async () => {
  const call = await answered("+15035550177");
  call.ledger.people.push({
    details: {
      ...maria,
      payer: "cigna",
      memberId: "C777888999",
      groupNumber: null,
    },
  });
  await answerUntil(call, "ask:dateOfBirth");
  expect(call.words.join(" ")).not.toMatch(/Cigna|eight eight/);
  await call.type("March 5th 1985");
  expect(call.purpose).toBe("ask:payer");
  expect(call.said).toContain("Is your insurance still Cigna?");
  await call.type("yes");
  expect(call.fields).toMatchObject({ payer: "Cigna", memberId: "C777888999" });
  expect(call.said).not.toContain("seven seven seven");
  await answerUntil(call, "ask:phone");
  expect(call.said).toContain("ending in zero one eight eight");
});

test("a known patient who pays for the visit is asked whether they still do", async () => {
  const call = await answered("+15035550177");
  call.ledger.people.push({
    details: { ...maria, payer: "self" },
  });
  await answerUntil(call, "ask:payer");
  expect(call.said).toContain("Do you still pay for the visit yourself?");
  await call.type("yes");
  expect(call.fields).toMatchObject({ payer: "self-pay" });
});

test("the wrong birthday hears nothing of what is on file", async () => {
  const call = await answered();
  call.ledger.people.push({
    details: { given: "Maria", family: "Lopez", dateOfBirth: "1985-03-05", payer: "cigna" },
  });
  await answerUntil(call, "ask:dateOfBirth");
  await call.type("March 6th 1985");
  expect(call.said).not.toContain("Cigna");
});

test("a named doctor who does not see such patients is taken back with a word", async () => {
  const call = await answered();
  await call.type("I'd like to see Dr. Johnson about a sore throat");
  await answerUntil(call, "ask:doctor");
  expect(call.said).toContain("Dr. Sarah Johnson isn't available");
});

test("a second yes after the booking books nothing more", async () => {
  const call = await answerUntil(await answered(), "readBack");
  await call.types("yes", "yes yes", "no thanks");
  expect(call.ledger.bookings).toHaveLength(1);
  expect(call.requests.filter(({ request }) => request.kind === "book")).toHaveLength(1);
});

test("a name and a birthday in one breath are both understood", async () => {
  const call = await answerUntil(await answered(), "ask:name");
  await call.type("Maria Lopez, March 5th 1985");
  expect(call.fields).toMatchObject({ name: "Maria Lopez", dateOfBirth: "1985-03-05" });
  expect(call.purpose).toBe("ask:payer");
});

for (const wish of ["I need to see a doctor about a cough", "another appointment please, I have a cough"])
  test(`after a booking, "yes" and then "${wish}" begins one more for the same person`, async () => {
    const call = await answerUntil(await answered(), "readBack");
    await call.type("yes");
    await call.type("yes");
    expect(call.purpose).toBe("howCanIHelp");
    await call.type(wish);
    expect(call.purpose).toBe("ask:duration");
    expect(call.fields).toMatchObject({ name: "Maria Lopez", dateOfBirth: "1985-03-05" });
    await answerUntil(call, "readBack");
    await call.type("yes");
    expect(call.ledger.bookings).toHaveLength(2);
  });
