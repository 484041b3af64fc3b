import { expect, test } from "vitest";
import { services } from "./en/service-table.ts";
import { hear } from "./testing/hear.ts";

function servicesIn(text: string, asked = true): readonly string[] {
  return hear(text, asked ? { asked: ["service"] } : {}).readings.flatMap((reading) =>
    reading.kind === "service" ? [reading.value] : [],
  );
}

test.each(services.map(({ id, spoken, symptoms }) => [id, [...spoken, ...symptoms]] as const))(
  "every way to say %s is understood",
  (id, phrases) => {
    for (const phrase of phrases) expect(servicesIn(phrase), phrase).toContain(id);
  },
);

test("ids are unique and no phrase stands for two services", () => {
  const ids = services.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const phrases = services.flatMap(({ spoken, symptoms }) => [...spoken, ...symptoms]);
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
});

const table: [expected: string[], texts: string[]][] = [
  [
    ["oilChange"],
    [
      "I need an oil change",
      "can you change the oil",
      "my oil needs to be changed",
      "I'm due for an oil change",
      "the oil light came on",
    ],
  ],
  [
    ["oilChange", "tireRotation"],
    ["an oil change and a tire rotation", "oil change and get my tires rotated"],
  ],
  [
    ["tireRotation"],
    ["rotate the tires", "the tires on my car need to be rotated", "I want my tires balanced"],
  ],
  [
    ["tires"],
    [
      "I've got a flat tire",
      "my tire has a nail in it",
      "I need new tires",
      "one of my tires keeps losing air",
    ],
  ],
  [
    ["brakeInspection"],
    [
      "my brakes are making a grinding noise",
      "the brakes squeak",
      "I hear squealing when I stop",
      "the brake pedal feels soft",
      "can you check my brakes",
      "I'd like my brakes looked at",
    ],
  ],
  [["brakeService"], ["replace my brake pads"]],
  [
    ["battery"],
    [
      "my car won't start",
      "the battery died",
      "it doesn't start in the morning",
      "I needed a jump start",
      "my truck is having trouble starting",
    ],
  ],
  [
    ["engineDiagnostics"],
    [
      "my check engine light is on",
      "the engine is overheating",
      "it stalls at red lights",
      "the engine makes a knocking sound",
    ],
  ],
  [
    ["airConditioning"],
    [
      "the AC isn't blowing cold",
      "my air conditioner is broken",
      "the heater doesn't work",
      "it's blowing warm air",
    ],
  ],
  [["wheelAlignment"], ["the car pulls to the right", "I need an alignment", "my steering wheel is crooked"]],
  [["suspension"], ["my steering wheel shakes", "there's a clunking noise when I go over bumps"]],
  [["transmission"], ["it jerks when it shifts", "the gears are slipping"]],
  [["battery"], ["it clicks when I turn the key", "it won't turn over"]],
  [["diagnostic"], ["there's oil dripping on my driveway", "I smell gas"]],
  [["brakeService", "oilChange"], ["I need new brake pads and an oil change"]],
  [["recall"], ["I got a recall notice", "it's about the airbag recall"]],
  [["inspection"], ["state inspection", "I need a smog check"]],
  [
    ["diagnostic"],
    ["there's a weird noise when I turn", "something is wrong with my car", "it's leaking something"],
  ],
  [["generalMaintenance"], ["scheduled maintenance", "the sixty thousand mile service", "a tune up"]],
  [[], ["hold on", "I don't know", "yes please", "tomorrow at ten", "help"]],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is [${expected}]`, (text) =>
    expect(servicesIn(text).toSorted()).toEqual(expected.toSorted()),
  );
