import { expect, test } from "vitest";
import { hear } from "./testing/hear.ts";
import { servicePhrases } from "./testing/service-phrases.data.ts";

// Goal: what a caller says at a service desk is the work that a good advisor would write down. Method: phrases by the services
// that they mean; the question "What can we do for your car?" has been asked unless stated.
function servicesIn(text: string, asked = true): readonly string[] {
  return hear(text, asked ? { asked: ["service"], also: ["vehicle"] } : {})
    .readings.flatMap((reading) => (reading.kind === "service" ? [reading.value] : []))
    .toSorted();
}

for (const [services, texts] of servicePhrases)
  test.each(texts)(`"%s" is ${services}`, (text) => expect(servicesIn(text).join(" ")).toBe(services));

test.each([
  "hold on",
  "I don't know",
  "yes please",
  "no thanks",
  "tomorrow at ten",
  "help",
  "the second one",
  "what do you have",
  "two thousand nineteen honda civic",
  "it's a blue ford",
  "sixty two thousand miles",
  "my name is Tyler Brakefield",
  "how much is it",
  "can I wait for it",
  "I'd like to bring my car in",
  "I need to make an appointment",
  "can I talk to a person",
  "my phone number is three oh three five five five oh one two three",
  "Maria please",
  "are you open on Saturday",
  "I'll drop it off in the morning",
  "one moment I'm driving",
  "thank you goodbye",
  "it's my wife's car",
])('"%s" names no service', (text) => expect(servicesIn(text)).toEqual([]));

test.each([
  "something else",
  "none of those",
  "can you give me a break",
  "I'll be there in a flash",
  "let me check",
  "light traffic is better so early morning",
  "I'm a little hard of hearing",
  "I want to change my appointment",
  "could you check the time",
  "the other one",
  "something different",
  "it takes a while to get there",
  "I'm tired",
])('unasked, "%s" names no service', (text) => expect(servicesIn(text, false)).toEqual([]));

test.each([
  ["hi I need an oil change", "oilChange"],
  ["my check engine light is on and I'd like to bring it in", "engineDiagnostics"],
  ["do you have time on Friday for a tire rotation", "tireRotation"],
  ["I'd like to schedule a brake inspection for tomorrow morning", "brakeInspection"],
  ["my 2015 Camry won't start", "battery"],
  ["I got a recall letter for my F-150", "recall"],
])('unasked, "%s" is %s', (text, service) => expect(servicesIn(text, false)).toEqual([service]));

test("nothing that is wrong with a car sounds like an emergency", () => {
  const alarming = servicePhrases.flatMap(([, texts]) => texts).filter((text) => hear(text).redFlag !== null);
  expect(alarming).toEqual([]);
});
