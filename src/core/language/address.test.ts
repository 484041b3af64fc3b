import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressComplete } from "./address.ts";
import { states } from "./en/states.data.ts";
import { circumstancesOf, first, hear } from "./testing/hear.ts";
import { politeness, spokenDigits } from "./testing/spoken.ts";
import type { Address } from "./understanding.ts";
import { splitWords } from "./words.ts";

const asked = { asked: ["address"] } as const;

/** The parts that were found, in the order of a letter. */
function addressIn(text: string, hearing: object = asked): string | null {
  const address: Address | undefined = first(hear(text, hearing), "address")?.value;
  if (address === undefined) return null;
  const { number, street, unit, poBox, city, state, zip } = address;
  const box = poBox === null ? null : `box ${poBox}`;
  const parts = [number, street, unit === null ? null : `#${unit}`, box, city, state, zip];
  return parts.filter((part) => part !== null).join(" ");
}

const table: [expected: string | null, texts: string[]][] = [
  [
    "123 Main Street Portland OR 97201",
    [
      "123 Main Street, Portland, Oregon 97201",
      "123 main street portland oregon 97201",
      "one twenty three main street portland oregon nine seven two oh one",
      "one two three main street portland oregon nine seven two zero one",
      "my address is 123 main street in portland oregon 97201",
      "I live at 123 main street portland oregon zip code 97201",
      "it's one hundred twenty three main street portland oregon nine seven two oh one",
      "123 main street city of portland state of oregon zip code is 97201",
      "123 main street portland o r 97201",
      "um 123 main street uh portland oregon 97201 please",
    ],
  ],
  [
    "350 Fifth Avenue",
    [
      "350 Fifth Avenue",
      "I live in 350 Fifth Avenue",
      "three fifty fifth avenue",
      "three hundred fifty fifth avenue",
      "I live at 350 fifth avenue",
    ],
  ],
  [
    "350 Fifth Avenue New York NY 10118",
    ["350 fifth avenue new york new york 10118", "350 Fifth Avenue, New York, NY 10118"],
  ],
  [
    "4123 Main Street",
    [
      "4123 Main Street",
      "forty one twenty three main street",
      "four one two three main street",
      "four thousand one hundred twenty three main street",
    ],
  ],
  ["4215 Oak Lane", ["4215 oak lane", "forty two fifteen oak lane"]],
  [
    "105 West 23rd Street New York NY 10011",
    [
      "one hundred and five west twenty third street new york new york one double oh one one",
      "105 west 23rd street new york ny 10011",
    ],
  ],
  ["333 County Road 12", ["three thirty three county road twelve", "333 county road 12"]],
  ["42 Maple Lane", ["the house number is 42 the street is maple lane"]],
  ["5150 Broadway #400", ["fifty one fifty broadway suite four hundred"]],
  [
    "1010 Wilshire Boulevard Los Angeles CA 90017",
    ["ten ten wilshire boulevard los angeles c a nine double oh one seven"],
  ],
  ["Main Street", ["no it's main street not maine street"]],
  ["97201", ["zip is nine seven two oh one", "my zip code is 97201"]],
  ["1200 Elm Street", ["twelve hundred elm street", "1200 elm street"]],
  ["105 Pine Road", ["one oh five pine road", "105 pine road"]],
  ["42 Cedar Crest Ct", ["42 Cedar Crest Ct."]],
  [
    "742 Evergreen Terrace #4B Springfield IL 62701",
    [
      "742 evergreen terrace apartment 4b springfield illinois 62701",
      "742 evergreen terrace apt 4b springfield il 62701",
    ],
  ],
  [
    "742 Evergreen Terrace #4B Springfield IL",
    [
      "742 evergreen terrace apartment four b springfield illinois",
      "I moved, it's 742 evergreen terrace apartment four b now, springfield illinois",
    ],
  ],
  [
    "742 Evergreen Terrace #C12 Springfield IL",
    ["742 evergreen terrace apartment c twelve springfield illinois"],
  ],
  [
    "18 Oak Ave #12 Salem OR 97301",
    [
      "18 Oak Ave #12, Salem, OR 97301",
      "18 oak ave # 12 salem or 97301",
      "18 oak ave unit 12 salem oregon 97301",
      "18 oak ave unit twelve salem oregon 97301",
    ],
  ],
  [
    "500 Market Street #300 San Francisco CA 94105",
    [
      "500 market street suite 300 san francisco california 94105",
      "five hundred market street suite three hundred san francisco california 94105",
    ],
  ],
  [
    "box 460 Western Springs IL 60558",
    [
      "P.O. Box 460, Western Springs, IL 60558",
      "po box 460 western springs illinois 60558",
      "p o box four six zero western springs illinois 60558",
      "post office box 460 western springs illinois 60558",
    ],
  ],
  ["1601 NW Lovejoy Street Portland OR", ["1601 NW Lovejoy Street, Portland, OR"]],
  ["1601 Argonne Place NW #430", ["1601 Argonne Place NW # 430"]],
  ["88175 US Highway 278 Altoona AL 35952", ["88175 US Highway 278, Altoona, AL 35952"]],
  ["123 1/2 SE Ash Ave Bend OR 97701", ["123 1/2 SE Ash Ave., Bend, OR 97701"]],
  [
    "601 Pennsylvania Ave NW #900 Washington DC 20004",
    ["601 Pennsylvania Ave NW Ste 900, Washington, DC 20004"],
  ],
  ["2550 NE 27th Ct Lighthouse Point FL 33064-7712", ["2550 NE 27th Ct, Lighthouse Point, FL 33064-7712"]],
  ["9912 S Avenue H", ["9912 S. Avenue H"]],
  ["60 East Walton Street 60611", ["60 East Walton Street, 60611"]],
  ["1520 N Wells Chicago IL 60610", ["1520 N Wells, Chicago, IL 60610", "1520 N Wells Chicago IL 60610"]],
  ["312 Park Avenue #10th Nashville TN 37243", ["312 Park Avenue 10th floor, Nashville, TN 37243"]],
  ["77 Broadway Saint Paul MN 55101", ["77 broadway saint paul minnesota 55101"]],
  ["CA", ["california", "it's California"]],
  ["Portland OR", ["portland oregon"]],

  ["18th & Lincoln", ["18th and Lincoln", "the corner of 18th and Lincoln", "eighteenth and lincoln"]],
  [
    "Main Street & Oak Avenue Portland OR",
    [
      "Main Street and Oak Avenue, Portland, OR",
      "the intersection of main street and oak avenue in portland oregon",
      "corner of main street & oak avenue portland oregon",
    ],
  ],
  ["Highway 51 & 151st Street Madison WI 53714", ["Highway 51 and 151st Street, Madison, WI 53714"]],
  ["101 E Market St Long Beach CA 90807", ["101 E Market St CA Long Beach 90807"]],
  ["460 Bryant St #100 San Francisco CA 94107", ["460 Bryant St Ste 100, San Francisco, CA 94107"]],
  [
    "2855 Old Hwy 5 #110 Blue Ridge GA 30513",
    [
      "2855 Old Hwy 5, Ste 110, Burns Prof Bldg, Blue Ridge, GA 30513",
      "2855 old hwy 5 ste 110 burns prof bldg blue ridge ga 30513",
    ],
  ],
  ["364 Golfview Rd N Palm Beach FL 33408", ["364 golfview rd n palm beach fl 33408"]],
  ["12 Pine St Saint Simons Island GA 31522", ["12 pine st saint simons island georgia 31522"]],

  ["280 Summit Court #B", ["280 Summit Court B"]],
  ["750 Park Ave NE #23 SE", ["750 Park Ave NE # 23 SE"]],
  ["12 Old Number 6 Highway Cross SC 29436", ["12 Old Number 6 Highway, Cross, SC 29436"]],
  ["961 North A1A", ["961 North A1A"]],
  ["Hwys 51 & 151 Madison WI 53714", ["Hwys 51 and 151, Madison, WI 53714"]],
  ["401 Church Street Nashville TN 37243", ["North Tower 401 Church Street, Nashville, TN 37243"]],

  [
    null,
    [
      "or",
      "hold on",
      "I don't know",
      "in a minute",
      "me",
      "okay",
      "help",
      "yes",
      "no",
      "hi",
      "can you repeat that",
      "first and last",
      "Tuesday and Thursday",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no address"}`, (text) => expect(addressIn(text)).toBe(expected));

test("every state is known by name and by code before a ZIP code", () => {
  for (const { code, spoken } of states) {
    if (code === "DC") continue;
    for (const name of [code, ...spoken.filter((form) => form.length > 3)])
      expect(addressIn(`12 Oak Street, Springfield, ${name} 12345`), name).toBe(
        `12 Oak Street Springfield ${code} 12345`,
      );
  }
});

test("unasked, an address needs to be announced", () => {
  expect(addressIn("I live at 123 main street portland oregon", {})).toBe("123 Main Street Portland OR");
  expect(addressIn("I have 3 kids on the way", {})).toBeNull();
  expect(addressIn("at 10 in the morning", {})).toBeNull();
});

test("towns around the practice are found without state or comma", () => {
  const circumstances = circumstancesOf(asked);
  expect(circumstances.expectation.hints).toEqual([]);
  expect(addressIn("12 elm street beaverton")).toBe("12 Elm Street Beaverton");
});

const completeness: [text: string, least: number, most: number][] = [
  ["my address is", 0, 0.1],
  ["123 main street", 0.2, 0.5],
  ["123 main street apartment", 0, 0.2],
  ["123 main street portland", 0.2, 0.6],
  ["123 main street portland oregon", 0.5, 0.8],
  ["123 main street portland oregon 97201", 0.9, 1],
  ["123 main street portland oregon zip code", 0, 0.2],
];
test.each(completeness)('"%s" is complete by %d to %d', (text, least, most) => {
  const complete = addressComplete(splitWords(text), circumstancesOf(asked)) ?? 0;
  expect(complete).toBeGreaterThanOrEqual(least);
  expect(complete).toBeLessThanOrEqual(most);
});

test("every plain address comes back from every way of saying it", () => {
  const parts = fc.record({
    number: fc.stringMatching(/^[1-9]\d{2,3}$/),
    street: fc.constantFrom("Main", "Oak", "Lincoln", "Cedar Hill", "Martin Luther King"),
    type: fc.constantFrom("Street", "Avenue", "Road", "Lane", "Drive", "Boulevard"),
    city: fc.constantFrom(
      "Portland",
      "Salem",
      "San Francisco",
      "Fort Worth",
      "Springfield",
      "New York",
      "Santa Fe",
    ),
    state: fc.constantFrom(...states.filter(({ code }) => code !== "DC")),
    zip: fc.stringMatching(/^[1-9]\d{4}$/),
  });
  const spoken = parts.chain((address) =>
    fc
      .tuple(spokenDigits(address.number), spokenDigits(address.zip), politeness)
      .map(([number, zip, [before, after]]) => ({
        address,
        text: `${before}${number} ${address.street} ${address.type} ${address.city} ${address.state.spoken[0]} ${zip}${after}`.toLowerCase(),
      })),
  );
  fc.assert(
    fc.property(spoken, ({ address: { number, street, type, city, state, zip }, text }) => {
      expect(addressIn(text), text).toBe(`${number} ${street} ${type} ${city} ${state.code} ${zip}`);
    }),
  );
});

test.each(["one moment please", "one second", "two minutes please", "1 moment"])(
  "%s is no address, whatever was asked",
  (text) => {
    for (const asking of [{ asked: ["address"] }, { asked: ["yesNo"], also: ["address"] }] as const) {
      const { readings, acts } = hear(text, asking);
      expect(readings.some(({ kind }) => kind === "address")).toBe(false);
      expect(acts.map(({ kind }) => kind)).toContain("wait");
    }
  },
);

test("a street may be called Second", () => {
  expect(hear("one second street", { asked: ["address"] }).readings[0]).toMatchObject({ kind: "address" });
});
