import { expect, test } from "vitest";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const local = (time: string) => Temporal.ZonedDateTime.from(`${time}[America/Los_Angeles]`).epochMilliseconds;

const greetings: readonly (readonly [what: string, at: string, says: string | null])[] = [
  ["while the office is open", "2026-03-02T09:00", null],
  ["at night", "2026-03-02T22:00", "Our office is closed right now"],
  ["on a Sunday", "2026-03-08T11:00", "Our office is closed right now"],
  ["on a closure of the practice", "2026-12-24T11:00", "Our office is closed today"],
];
for (const [what, at, says] of greetings)
  test(`the greeting ${what}`, async () => {
    const call = await TypedCall.answered({ practice: demoClinic, instant: local(at) });
    if (says === null) expect(call.said).not.toContain("closed");
    else expect(call.said).toContain(says);
    expect(call.purpose).toBe("howCanIHelp");
  });

test("on a holiday the question for the hours is answered for that day", async () => {
  const practice = { ...demoClinic, closures: ["2026-12-25"] };
  const call = await TypedCall.answered({ practice, instant: local("2026-12-23T10:00") });
  await call.type("are you open on December 25th?");
  expect(call.said).toContain("December twenty-fifth we are closed");
});

test("on a holiday nobody can be put through, and a ticket is taken", async () => {
  const practice = { ...demoClinic, closures: ["2026-12-25"] };
  const call = await TypedCall.answered({
    practice,
    from: "+15035550177",
    instant: local("2026-12-25T10:00"),
  });
  await call.types("let me talk to a person", "yes");
  expect(call.end).toBe("ticketTaken");
  expect(call.ledger.tickets).toHaveLength(1);
});
