// Every task of both practices as a person types it, from the greeting to goodbye, on the ledger in memory.
import { describe, expect, test } from "vitest";
import { MemoryLedger } from "../ports/testing/memory-ledger.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { ChatCall, ChatClock } from "./chat-call.ts";

const start = Temporal.ZonedDateTime.from("2026-03-02T09:00[America/Los_Angeles]").epochMilliseconds;

async function chatWith(id: string, from: string) {
  const practice = await loadPractice("practices", id);
  let clock = new ChatClock(start, systemClock);
  const ledger = new MemoryLedger(practice, () => clock.now());
  ledger.people.push({
    details: { given: "Nora", family: "Fischer", dateOfBirth: "1979-04-12", phone: "+17205550143" },
    vehicles: [
      {
        id: "civic",
        year: 2018,
        make: "Honda",
        model: "Civic",
        plate: "ABC1234",
        vin: null,
        mileage: 45_000,
      },
    ],
  });
  /** Each call begins when the one before it is over. */
  const call = (callId: string) => {
    clock = new ChatClock(clock.now(), systemClock);
    return new ChatCall({ practice, perform: ledger.perform, clock, callId, from });
  };
  return { ledger, call };
}

/** Types line after line; returns all that was said. */
async function type(call: ChatCall, lines: readonly string[]): Promise<string> {
  const said = [(await call.answer()).text];
  for (const line of lines) said.push((await call.type(line)).text);
  return said.join("\n");
}

const bookings: Readonly<Record<string, readonly string[]>> = {
  clinic: [
    "a checkup please",
    "yes I've been there before",
    "Nora Fischer",
    "April 12th 1979",
    "self pay",
    "skip",
    "yes",
    "skip",
    "anyone",
    "the first one",
    "yes",
    "don't text me",
    "no thanks",
  ],
  "auto-service": [
    "I need an oil change and I'll wait",
    "A B C 1 2 3 4",
    "twenty six thousand",
    "skip",
    "the first one",
    "yes",
    "don't text me",
    "no thanks",
  ],
};

const proof: Readonly<Record<string, readonly string[]>> = {
  clinic: ["Nora Fischer", "April 12th 1979"],
  "auto-service": ["A B C 1 2 3 4"],
};

interface Conversation {
  readonly task: string;
  readonly lines: readonly string[];
  readonly told: RegExp;
}

const conversations = (proved: readonly string[]): readonly Conversation[] => [
  {
    task: "reschedule",
    lines: ["I need to reschedule", ...proved, "the second one", "yes", "no thanks"],
    told: /confirmation number is still/,
  },
  {
    task: "cancel",
    lines: ["please cancel my appointment", ...proved, "I'm out of town", "yes", "no thanks"],
    told: /is cancelled/,
  },
  {
    task: "confirm",
    lines: ["when is my appointment?", ...proved, "yes", "no thanks"],
    told: /is confirmed/,
  },
  {
    task: "message",
    lines: [
      "can I leave a message?",
      "anyone",
      "I will be a little late tomorrow",
      "Nora Fischer",
      "yes",
      "no thanks",
    ],
    told: /passed your message on/,
  },
  {
    task: "callBack",
    lines: ["please call me back", "yes", "no thanks"],
    told: /somebody will call you back/,
  },
  {
    task: "ask",
    lines: ["are you open on Saturday?", "no that's all"],
    told: /On Saturday, March seventh we are open/,
  },
];

describe.each(Object.keys(bookings))("%s", (id) => {
  const from = "+17205550143";

  test("book", async () => {
    const { call, ledger } = await chatWith(id, from);
    const chat = call("chat-book");
    const said = await type(chat, bookings[id] ?? []);
    expect(said).toContain("Your confirmation number is");
    expect(ledger.bookings).toHaveLength(1);
    expect(chat.ended).toBe(true);
  });

  for (const { task, lines, told } of conversations(proof[id] ?? []))
    test(task, async () => {
      const { call } = await chatWith(id, from);
      await type(call("chat-before"), bookings[id] ?? []);
      const chat = call(`chat-${task}`);
      // A known number is half of the proof already, and nobody is asked to confirm it.
      const typed =
        id === "auto-service" && task !== "reschedule"
          ? lines.filter((line) => !asksForNumber(task, line))
          : lines;
      expect(await type(chat, typed)).toMatch(told);
      expect(chat.ended).toBe(true);
    });
});

describe("a new customer of the service department is known in a later call", () => {
  const first = ["I need an oil change and I'll wait", "a 2019 Toyota Camry", "twenty six thousand"];
  const ways: readonly (readonly [way: string, told: readonly string[], proved: readonly string[]])[] = [
    ["plate", ["7 A B 1 2 3", "Paul Brenner", "yes"], ["7 A B 1 2 3"]],
    [
      "family name and ZIP code",
      ["I don't have it with me", "Paul Brenner", "yes", "eight zero two zero five"],
      ["I don't know it", "Paul Brenner", "eight zero two zero five"],
    ],
  ];
  test.each(ways)("by %s", async (_, told, proved) => {
    const { call } = await chatWith("auto-service", "+17205550188");
    await type(call("chat-first"), [...first, ...told, "skip", "the first one", "yes", "no thanks"]);
    const later = call("chat-later");
    expect(await type(later, ["cancel my appointment", ...proved, "skip", "yes"])).toMatch(/is cancelled/);
  });
});

function asksForNumber(task: string, line: string): boolean {
  return line === "yes" && (task === "message" || task === "callBack");
}
