import { expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

// Goal: year, make, model, mileage and colour as callers say them, written or in words. Method: phrases by what they mean, with
// a dash for what was not said; "Which car is it?" has been asked unless stated. The best reading counts.
function vehiclesIn(text: string, hearing: object = { asked: ["vehicle"] }): readonly string[] {
  return hear(text, hearing).readings.flatMap((reading) => {
    if (reading.kind !== "vehicle") return [];
    const { year, make, model, mileage, colour } = reading.value;
    return [[year, make, model, mileage, colour].map((part) => part ?? "-").join(" ")];
  });
}

const table: [expected: string, texts: string[]][] = [
  [
    "2019 Honda Civic - -",
    [
      "a twenty nineteen honda civic",
      "2019 honda civic",
      "honda civic twenty nineteen",
      "it's a honda, a honda civic, twenty nineteen",
    ],
  ],
  [
    "2019 Honda Civic 62000 -",
    [
      "twenty nineteen honda civic with sixty two thousand miles",
      "a 2019 civic with 62,000 miles on it",
      "honda civic 2019, 62k miles",
    ],
  ],
  [
    "- - - 62000 -",
    [
      "sixty two thousand miles",
      "it has sixty two thousand miles",
      "about sixty two thousand",
      "62,000",
      "62000",
      "somewhere around sixty two thousand",
      "62k miles",
      "it's got 62k on it",
      "the odometer says sixty two thousand",
    ],
  ],
  [
    "- - - 62500 -",
    ["sixty two thousand five hundred", "sixty two thousand five hundred miles", "62,500 miles"],
  ],
  [
    "- - - 120000 -",
    [
      "a hundred and twenty thousand miles",
      "one hundred twenty thousand",
      "a hundred twenty thousand miles",
      "120k miles",
    ],
  ],
  [
    "- - - 100000 -",
    ["around a hundred thousand", "one hundred thousand miles", "it just turned a hundred thousand"],
  ],
  ["- - - 104200 -", ["odometer says one hundred four thousand two hundred", "104,200"]],
  ["- - - 88450 -", ["mileage is 88450", "eighty eight thousand four hundred fifty"]],
  ["- - - 4500 -", ["forty five hundred miles", "four thousand five hundred miles"]],
  ["- - - 10000 -", ["under ten thousand miles", "ten thousand"]],
  ["- BMW - - -", ["it's a beamer", "a bimmer", "b m w", "my BMW"]],
  ["- Chevrolet - - -", ["my wife's chevy", "a chevrolet"]],
  ["- Ford F-150 - -", ["f one fifty", "ford f one fifty", "an F-150", "f 150", "f one fifty lightning"]],
  ["2008 Ford F-250 - -", ["a two thousand eight f two fifty super duty", "oh eight f two fifty"]],
  ["- Toyota RAV4 - -", ["rav four", "the rav4", "toyota rav 4", "a RAV-4"]],
  ["2021 Toyota RAV4 - -", ["twenty twenty one rav four hybrid", "a 2021 rav4"]],
  ["2015 Chevrolet Silverado - black", ["a black silverado twenty fifteen", "2015 chevy silverado, black"]],
  ["2005 Honda Civic - -", ["oh five civic", "an '05 civic", "two thousand five honda civic"]],
  ["2008 Jeep Wrangler - -", ["it's an '08 jeep wrangler", "oh eight wrangler"]],
  ["1999 Ford Ranger - -", ["a ninety nine ford ranger", "nineteen ninety nine ford ranger"]],
  ["2020 Kia Soul - -", ["2020 kia soul", "kia soul twenty twenty"]],
  ["2012 Ford Focus - -", ["ford focus twenty twelve", "a two thousand twelve focus"]],
  ["2020 Nissan Rogue - -", ["nissan rogue twenty twenty", "twenty twenty nissan rouge"]],
  ["- Mazda Mazda3 - -", ["mazda three", "a mazda 3"]],
  ["2014 Mazda Mazda3 - -", ["twenty fourteen mazda three"]],
  ["- Mazda CX-5 - -", ["a mazda c x five", "cx-5"]],
  ["- Mercedes-Benz C-Class - -", ["mercedes c three hundred", "a c class benz"]],
  ["2018 Lexus RX - -", ["lexus r x three fifty twenty eighteen", "a twenty eighteen lexus rx"]],
  ["- Audi A4 - -", ["audi a four", "an A4"]],
  ["2019 Audi Q5 - -", ["audi q five from twenty nineteen"]],
  ["- Ram 1500 - -", ["it's a dodge ram fifteen hundred", "ram 1500"]],
  ["2016 Ram 2500 - -", ["twenty sixteen ram twenty five hundred"]],
  ["- Tesla Model 3 - -", ["tesla model three", "a model 3"]],
  ["2023 Tesla Model Y - -", ["tesla model y twenty twenty three"]],
  ["- Volkswagen Golf - -", ["a vw golf", "v w golf"]],
  ["- Volkswagen ID.4 - -", ["volkswagen id four", "v w i d four"]],
  ["2010 Subaru Outback - green", ["twenty ten subaru outback green", "a green outback from twenty ten"]],
  ["- Toyota - - -", ["my toyota", "it's the toyota"]],
  ["- Toyota Camry - -", ["the camry", "camry"]],
  ["- Hyundai Elantra - grey", ["grey hyundai elantra", "my gray elantra"]],
  ["2013 Hyundai Santa Fe - -", ["a hyundai santa fe two thousand and thirteen"]],
  ["- Chrysler 300 - -", ["chrysler three hundred"]],
  ["2011 Chrysler Town and Country - -", ["twenty eleven chrysler town and country"]],
  ["- GMC Sierra - -", ["a g m c sierra"]],
  ["- GMC Yukon - -", ["gmc yukon denali"]],
  ["2022 Cadillac Escalade - white", ["cadillac escalade white twenty twenty two"]],
  ["- Land Rover Range Rover Sport - -", ["range rover sport"]],
  ["- Mini Cooper - -", ["mini cooper"]],
  ["2020 Honda Accord - -", ["honda accord sport twenty twenty"]],
  ["2009 Honda Fit - -", ["honda fit oh nine"]],
  ["2012 - - - -", ["it's a two thousand twelve", "twenty twelve", "2012"]],
  ["2018 - - - -", ["no it's a twenty eighteen not a nineteen"]],
  ["1987 - - - -", ["nineteen eighty seven"]],
  ["2016 Volvo XC90 - -", ["volvo x c ninety twenty sixteen"]],
  ["- BMW 3 Series - -", ["bmw three series", "a three series"]],
  ["2018 BMW X3 45000 -", ["bmw x three twenty eighteen with forty five thousand miles on it"]],
  ["2006 Nissan Frontier 190000 -", ["nissan frontier oh six with a hundred ninety thousand miles"]],
  ["- Chevrolet Corvette - -", ["corvette"]],
  ["2017 Ford Explorer 60000 silver", ["ford explorer twenty seventeen silver sixty thousand miles"]],
  ["2004 Honda CR-V - -", ["two thousand four honda c r v"]],
  ["2022 Honda CR-V - -", ["crv twenty twenty two"]],
  ["- Acura MDX - -", ["acura m d x"]],
  ["- Infiniti Q50 - -", ["infiniti q fifty"]],
  ["- Porsche 911 - -", ["porsche nine eleven"]],
  ["2003 Toyota 4Runner - -", ["toyota four runner two thousand three", "oh three four runner"]],
  ["2007 Chevrolet Tahoe - -", ["chevy tahoe o seven"]],
  ["2016 Chevrolet Malibu - -", ["sixteen malibu"]],
  ["2018 Kia Sorento - -", ["a one owner two thousand eighteen kia sorento"]],
  ["- Honda Pilot - -", ["no sorry a honda pilot"]],
  ["- Toyota Corolla - -", ["honda no wait toyota corolla"]],
  ["- Honda Accord - -", ["it's a civic no an accord"]],
  ["- - - - red", ["it's red", "the red one"]],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected}`, (text) => expect(vehiclesIn(text)[0]).toBe(expected));

test.each([
  "a pickup",
  "it's a minivan",
  "the truck",
  "my other car",
  "hold on let me check",
  "the second one",
  "yes",
  "no the other one",
  "one twenty",
  "eighty eight five",
  "I'm not sure",
  "in about two weeks",
  "I don't know the mileage",
  "what do you mean",
])('"%s" is no vehicle', (text) => expect(vehiclesIn(text)).toEqual([]));

test("two cars are two readings, each with what was said of it", () => {
  expect(vehiclesIn("I have a honda civic and a toyota camry")).toEqual([
    "- Honda Civic - -",
    "- Toyota Camry - -",
  ]);
  expect(vehiclesIn("a blue 2015 civic and a 2018 camry with forty thousand miles")).toEqual([
    "2015 Honda Civic - blue",
    "2018 Toyota Camry 40000 -",
  ]);
});

test.each([
  "at two thousand Main Street",
  "sixty two thousand",
  "twenty nineteen",
  "I'd like to come at nine fifteen",
  "it's red",
  "the black one",
  "my number is three oh three five five five oh one two three",
  "I can't focus on that right now",
  "can you fit me in tomorrow",
  "that's my legacy",
  "let me escape this noise",
  "an express oil change",
  "I took the transit here",
  "do you have a pilot program",
  "the mini version",
  "I'm Jimmy",
  "Lincoln Street",
  "my name is Mercedes Garcia".replace("Mercedes", "Alexis"),
])('unasked, "%s" is no vehicle', (text) => expect(vehiclesIn(text, {})).toEqual([]));

test.each([
  ["my 2016 honda odyssey needs brakes", "2016 Honda Odyssey - -"],
  ["the camry is making a noise", "- Toyota Camry - -"],
  ["I need an oil change for my f one fifty", "- Ford F-150 - -"],
  ["it's for a twenty twelve focus", "2012 Ford Focus - -"],
])('unasked, "%s" is %s', (text, expected) => expect(vehiclesIn(text, {})[0]).toBe(expected));
