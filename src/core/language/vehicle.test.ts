import { expect, test } from "vitest";
import { makes } from "./en/vehicle-table.ts";
import { first, hear } from "./testing/hear.ts";

const asked = { asked: ["vehicle"] } as const;

function vehicleIn(text: string, hearing: object = asked): string | null {
  const vehicle = first(hear(text, hearing), "vehicle")?.value;
  if (vehicle === undefined) return null;
  const { year, make, model, mileage, colour } = vehicle;
  return [year, make, model, mileage, colour].map((part) => part ?? "-").join(" ");
}

test.each(makes.map((make) => [make.name, make] as const))(
  "%s and its models are understood",
  (name, make) => {
    for (const spoken of make.spoken) expect(vehicleIn(`it's a ${spoken}`), spoken).toContain(name);
    for (const model of make.models)
      for (const spoken of model.spoken) {
        const text = `${make.spoken[0]} ${spoken}`;
        expect(vehicleIn(text), text).toContain(`${name} ${model.name}`);
      }
  },
);

const table: [expected: string | null, texts: string[]][] = [
  [
    "2015 Toyota Camry - -",
    [
      "2015 toyota camry",
      "twenty fifteen toyota camry",
      "two thousand fifteen toyota camry",
      "a toyota camry twenty fifteen",
      "it's a 15 toyota camry",
      "my car is a two thousand and fifteen camry",
    ],
  ],
  [
    "2009 Honda Accord - -",
    ["2009 honda accord", "oh nine accord", "two thousand nine honda accord", "twenty oh nine honda accord"],
  ],
  [
    "1998 Toyota Corolla - -",
    ["ninety eight corolla", "nineteen ninety eight toyota corolla", "a '98 corolla"],
  ],
  ["- Ford F-150 - -", ["f one fifty", "ford f 150", "a ford f one fifty", "f150"]],
  ["- BMW - - -", ["beamer", "a bimmer", "b m w"]],
  ["- BMW X5 - -", ["b m w x five", "bmw x5"]],
  [
    "2012 Chevrolet Silverado 90000 -",
    [
      "2012 chevy silverado with ninety thousand miles",
      "twenty twelve chevy silverado 90000 miles",
      "chevy silverado 2012 it has 90k miles on it",
      "2012 chevy silverado about 90,000 on it",
    ],
  ],
  [
    "2018 Honda Civic - blue",
    ["blue honda civic 2018", "a 2018 honda civic it's blue", "twenty eighteen blue civic"],
  ],
  ["- Honda CR-V - -", ["honda c r v", "honda crv", "see are vee honda"]],
  ["- Jeep Grand Cherokee - -", ["jeep grand cherokee", "a grand cherokee"]],
  ["- Volkswagen Jetta - -", ["v w jetta", "volkswagen jetta", "volks wagon jetta"]],
  ["- - - - red", ["it's red"]],
  [null, ["hold on", "I don't know", "help", "yes", "the blue one please hold"].slice(0, 4)],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no vehicle"}`, (text) => expect(vehicleIn(text)).toBe(expected));

test("unasked, everyday words are no vehicles", () => {
  expect(vehicleIn("I need to focus", {})).toBeNull();
  expect(vehicleIn("for two days", {})).toBeNull();
  expect(vehicleIn("can you fit me in", {})).toBeNull();
  expect(vehicleIn("the sooner the better I have to escape the city", {})).toBeNull();
  expect(vehicleIn("my camry needs an oil change", {})).toBe("- Toyota Camry - -");
});
