import { describe, expect, test } from "vitest";
import { demoClinic } from "./testing/demo-clinic.ts";
import { demoGarage, nora } from "./testing/demo-garage.ts";
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

test("without a fact about the hours they are told for the week, and on a holiday for the day", async () => {
  const practice = { ...demoClinic, facts: [], closures: ["2026-12-25"] };
  const asked = async (at: string) => {
    const call = await TypedCall.answered({ practice, instant: local(at) });
    await call.type("what are your opening hours?");
    return call.said;
  };
  expect(await asked("2026-12-23T10:00")).toContain(
    "We are open Monday to Wednesday from eight in the morning to six in the evening; Thursday from",
  );
  expect(await asked("2026-12-25T10:00")).toContain("Today we are closed.");
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

describe("whom the number belongs to", () => {
  const from = nora.details.phone ?? null;
  async function answered(...names: readonly string[]): Promise<TypedCall> {
    const call = new TypedCall({ practice: demoGarage, from });
    for (const given of names) call.ledger.people.push({ ...nora, details: { ...nora.details, given } });
    await call.settle();
    return call;
  }

  test("one person is asked for by their given name, and by no more", async () => {
    const call = await answered("Nora");
    expect(call.said).toContain("Am I speaking with Nora? How can I help you today?");
    expect(call.said).not.toContain("Fischer");
  });

  for (const names of [[], ["Nora", "Paul"]])
    test(`${names.length} people are not`, async () => {
      const call = await answered(...names);
      expect(call.said).not.toContain("Am I speaking");
      expect(call.purpose).toBe("howCanIHelp");
    });

  test("a yes may come with the wish", async () => {
    const call = await answered("Nora");
    await call.types("Yes, I'd like to leave a message for Tom", "the keys are in the box");
    expect(call.said).toContain("And your last name?");
  });

  for (const line of ["yes", "speaking", "this is she", "no"])
    test(`"${line}" alone is asked on`, async () => {
      const call = await answered("Nora");
      await call.type(line);
      expect(call.purpose).toBe("howCanIHelp");
      expect(call.said).not.toContain("Nora");
      expect(call.said).not.toContain("understand");
    });

  test("a yes proves nothing", async () => {
    const call = await answered("Nora");
    await call.types("yes", "when is my appointment?");
    expect(call.purpose).toBe("ask:plate");
    expect(call.requests.map(({ request }) => request.kind)).not.toContain("listBookings");
  });

  test("whoever says no is nobody yet", async () => {
    const call = await answered("Nora");
    await call.types("No, this is her husband. I need an oil change", "I'll wait");
    expect(call.fields.name).toBeUndefined();
    expect(call.purpose).toBe("ask:vehicle");
  });

  test("while nobody answers whose it is, the question is put all the same", async () => {
    const call = new TypedCall({ practice: demoGarage, from });
    call.replies = "held";
    expect(call.purposes).toEqual(["greeting"]);
    await call.waits();
    expect(call.purposes).toEqual(["howCanIHelp"]);
  });
});
