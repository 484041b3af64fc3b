import { expect, test } from "vitest";
import { complaints } from "./en/complaint-table.ts";
import { hear } from "./testing/hear.ts";

function complaintsIn(text: string, asked = true): readonly string[] {
  return hear(text, asked ? { asked: ["complaint"] } : {}).readings.flatMap((reading) =>
    reading.kind === "complaint" ? [reading.value] : [],
  );
}

test.each(complaints.map(({ id, spoken }) => [id, spoken] as const))(
  "every way to say %s is understood",
  (id, spoken) => {
    for (const phrase of spoken) {
      expect(complaintsIn(phrase), phrase).toContain(id);
      expect(complaintsIn(`I have had ${phrase} since Monday`), phrase).toContain(id);
    }
  },
);

test("ids are unique and no phrase stands for two complaints", () => {
  const ids = complaints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const phrases = complaints.flatMap(({ spoken }) => spoken);
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
});

const table: [expected: string[], texts: string[]][] = [
  [
    ["chestPain"],
    [
      "I've been having chest pain",
      "my chest hurts",
      "there's this pressure in my chest",
      "my chest has been hurting",
    ],
  ],
  [
    ["jointPain"],
    [
      "my left knee has really been hurting",
      "I have pain in my right shoulder",
      "my ankle is swollen",
      "my hip is killing me",
      "there's something wrong with my knee it aches",
    ],
  ],
  [
    ["backPain"],
    [
      "my back is killing me",
      "pain in my lower back",
      "I threw out my back",
      "my lower back has been hurting for a week",
    ],
  ],
  [["soreThroat"], ["my throat is really sore", "it hurts to swallow", "my throat hurts so much"]],
  [["headache"], ["my head has been hurting", "I've got a splitting headache", "I get migraines"]],
  [["abdominalPain"], ["my stomach has been bothering me", "there's a sharp pain in my side"]],
  [["earPain"], ["my ear hurts", "there's pain in my left ear", "my ears are plugged"]],
  [["vaccination"], ["I need a flu shot", "I'd like to get my covid booster"]],
  [
    ["checkup"],
    ["just my annual physical", "a check up", "I need a physical for school", "a routine checkup"],
  ],
  [["cough"], ["no fever but a bad cough", "I don't have a fever just a cough", "a cough, no chest pain"]],
  [["rash"], ["there's a weird spot on my arm that keeps getting bigger", "my skin is so dry it's peeling"]],
  [["heartProblem"], ["my heart has been racing", "my heart keeps skipping"]],
  [["urinary"], ["it burns when I go to the bathroom", "there's blood in my pee"]],
  [["sleep"], ["I have trouble going to sleep", "I can't sleep at night"]],
  [["diabetes"], ["my sugar has been high"]],
  [["referral"], ["I need a note for work"]],
  [["smoking"], ["I want to quit smoking"]],
  [["followUp"], ["the doctor told me to come back in two weeks"]],
  [["backPain", "numbness"], ["my back hurts and my leg is numb"]],
  [["coldFlu", "soreThroat"], ["I have a cold and a sore throat"]],
  [
    ["fever", "cough"],
    ["fever and a cough", "I've got a fever, and also I'm coughing"],
  ],
  [[], ["hold on", "I don't know", "help", "yes", "tomorrow at ten", "can you repeat that"]],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is [${expected}]`, (text) =>
    expect(complaintsIn(text).toSorted()).toEqual(expected.toSorted()),
  );

test("unasked, everyday words are no complaints", () => {
  expect(complaintsIn("it's cold in here", false)).toEqual([]);
  expect(complaintsIn("the last period of the day", false)).toEqual([]);
  expect(complaintsIn("I need an appointment for my back pain", false)).toEqual(["backPain"]);
});

test("the span holds the words of the complaint", () => {
  const text = "well my left knee has been hurting";
  const reading = hear(text, { asked: ["complaint"] }).readings.find(({ kind }) => kind === "complaint");
  expect(text.slice(reading?.span.start, reading?.span.end)).toBe("knee has been hurting");
});
