import { describe, expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

const flagged: readonly (readonly [category: string, readonly string[]])[] = [
  [
    "chestPain",
    [
      "my chest hurts a little when I cough",
      "i have chest pain",
      "my chest hurts",
      "there's pressure in my chest",
      "i'm having chest pains and sweating",
      "pain in my chest",
      "tightness in my chest",
      "i think i'm having a heart attack",
      "no i have chest pain",
      "my husband is having chest pain",
      "my chest is really tight",
      "chest pain since this morning",
      "my chest feels heavy",
      "it feels like an elephant sitting on my chest",
      "it hurts in my chest when i breathe",
    ],
  ],
  [
    "stroke",
    [
      "he can't lift his arm",
      "her face is crooked all of a sudden",
      "i think she's having a stroke",
      "his face is drooping",
      "my left arm went numb and i can't speak",
      "her speech is slurred",
      "i can't move my arm",
      "one side of my face is numb",
      "sudden weakness on one side",
      "the worst headache of my life",
      "suddenly i can't see",
    ],
  ],
  [
    "breathing",
    [
      "i can't breathe",
      "i'm having trouble breathing",
      "shortness of breath",
      "he's not breathing",
      "i can barely breathe",
      "she is choking",
      "it's hard to breathe",
      "my throat is closing up",
      "having difficulty breathing",
      "gasping for air",
      "i can't catch my breath",
      "he stopped breathing",
      "i'm short of breath",
    ],
  ],
  [
    "bleeding",
    [
      "I cut myself badly and it keeps bleeding",
      "i'm bleeding a lot",
      "it won't stop bleeding",
      "i can't stop the bleeding",
      "he's losing a lot of blood",
      "i'm coughing up blood",
      "vomiting blood",
      "there is blood everywhere",
      "severe bleeding",
    ],
  ],
  [
    "allergicShock",
    [
      "i'm having an allergic reaction",
      "my tongue is swelling",
      "his lips are swollen",
      "anaphylaxis",
      "i need my epipen",
    ],
  ],
  [
    "overdose",
    [
      "he took the whole bottle",
      "my kid ate some of my pills",
      "she got into grandma's medicine",
      "i took too many pills",
      "she overdosed",
      "i think he's overdosing",
      "he swallowed bleach",
      "my son drank antifreeze",
      "i took the whole bottle of tylenol pills",
    ],
  ],
  [
    "unconscious",
    [
      "she won't stop shaking",
      "he passed out",
      "she's unconscious",
      "he won't wake up",
      "my mother collapsed",
      "he's having a seizure",
      "she fainted",
      "he's not responding",
    ],
  ],
  [
    "pregnancyBleeding",
    [
      "i'm pregnant and bleeding",
      "i'm bleeding and i'm pregnant",
      "my water broke",
      "i'm thirty weeks pregnant with bleeding",
    ],
  ],
  [
    "emergency",
    ["this is an emergency", "call an ambulance", "i need an ambulance", "call 911", "i think i'm dying"],
  ],
  [
    "selfHarm",
    [
      "I feel like dying",
      "i want to kill myself",
      "i'm suicidal",
      "i don't want to live anymore",
      "i want to end my life",
      "i'm thinking about suicide",
      "i've been hurting myself",
      "i want to die",
      "i'm going to hurt myself",
      "everyone would be better off without me",
      "there's no reason to live",
      "i don't want to be here anymore",
      "i feel like ending it all",
      "my daughter tried to kill herself",
      "i can't go on like this",
    ],
  ],
];

describe("words that must reach the emergency instruction", () => {
  for (const [category, phrases] of flagged) {
    for (const text of phrases)
      test(`"${text}": ${category}`, () => expect(hear(text).redFlag?.category).toBe(category));
  }
});

test.each([
  "no chest pain",
  "i don't have chest pain",
  "no chest pain no trouble breathing",
  "i have a cough but no shortness of breath",
  "i'm not having trouble breathing",
  "no bleeding and no fever",
  "my father had a stroke last year",
  "i had a heart attack five years ago",
  "my mother died of a stroke",
  "family history of heart attack",
  "i'm not suicidal",
  "this is not an emergency",
  "it's not an emergency",
  "i never had a seizure",
  "follow up after my heart attack in march",
  "i have a headache",
  "my back hurts",
  "my brakes are squeaking",
  "i need an oil change",
  "i'd kill for an earlier appointment",
  "i'm dying to get this fixed",
  "my nose is stuffy",
  "my knee is swollen",
  "i take blood pressure pills",
  "i need blood work",
  "a chest x-ray",
  "i'm dying to know",
  "i cut myself shaving",
  "my tooth is killing me",
  "my battery died",
  "my battery is dying",
  "my car is going to die",
  "the engine is choking",
  "the transmission is dying on me",
  "i want to jump start it",
  "i need to jump the battery",
  "i was in a car accident last week and my neck hurts",
  "i got hurt in a car accident",
  "the heater doesn't fire up",
  "it isn't firing on all cylinders",
  "there is smoke coming from under the hood",
  "i'm stuck in traffic",
  "the car died on me",
  "the brakes are dead",
])("%s is no red flag", (text) => {
  expect(hear(text).redFlag).toBeNull();
});

test.each([
  ["my car is on fire", "fire"],
  ["the engine just caught fire", "fire"],
  ["there are flames under the hood", "fire"],
  ["there's a fire under my hood", "fire"],
  ["i had an accident and my wife is hurt", "accident"],
  ["there was a crash and somebody is bleeding", "accident"],
  ["someone is seriously injured", "accident"],
  ["she's trapped in the car", "accident"],
  ["i want to jump", "selfHarm"],
  ["i want to jump off a bridge", "selfHarm"],
  ["my mother is dying", "emergency"],
  ["we are in the car he is dying", "emergency"],
  ["i'm in my car and i think i am dying", "emergency"],
])("on the road and elsewhere: %s is %s", (text, category) => {
  expect(hear(text).redFlag?.category).toBe(category);
});

test.each([
  ["my father had a stroke last year and now my arm is numb and i can't speak", "stroke"],
  ["no fever but i have chest pain", "chestPain"],
  ["no, my chest hurts", "chestPain"],
  ["i had a heart attack last year and i'm having chest pain again now", "chestPain"],
])("a denial or a past does not cover what comes after: %s", (text, category) => {
  expect(hear(text).redFlag?.category).toBe(category);
});

test("a crisis comes before everything else", () => {
  expect(hear("my chest hurts and i want to kill myself").redFlag?.kind).toBe("crisis");
});

// What callers say who do not use the words of a textbook.
const alarms: Readonly<Record<"emergency" | "crisis", string>> = {
  emergency: `
    he fell off a ladder and he's not moving
    my wife can't catch her breath
    i feel like i'm having a heart attack
    my left arm is tingling and my chest is tight
    my mom's face is droopy and she's talking funny
    her speech is all jumbled
    he can't move his right side
    my lips and tongue are swelling up
    i ate peanuts and now i've got hives and can't swallow
    my toddler got into my pills
    i took way too many tylenol
    i just took thirty sleeping pills
    she fainted and hit her head
    my husband's passed out on the floor
    he's turning blue
    i'm thirty two weeks and i'm bleeding
    the baby hasn't moved all day
    i cut myself really deep and it won't stop bleeding
    i got bit by a rattlesnake
    somebody's been shot
    my son stopped breathing
    i need an ambulance
    i think i'm dying
    there's blood in my stool and i feel faint
    i lost vision in my right eye this morning
    worst headache i've ever had with a stiff neck
    my baby is limp and won't wake
    she's having convulsions
    got a crushing feeling in my chest
    chess pain
    chest pane
    i can't breath
    difficulty breathing since this morning
    he inhaled something and he's choking
    i was stung by a bee and my throat feels tight
    there's a fire in the engine
    i was just in a bad accident and people are hurt
    i burned my arm really badly with boiling oil
    my heart is pounding and i feel like i'm going to pass out
    my chest feels like an elephant is sitting on it
    blood is pouring out of my leg
  `,
  crisis: `
    i don't want to live anymore
    i'd rather be dead
    i want to end my life
    i'm going to jump off a bridge
    i want it all to be over
    i just want to disappear and never wake up
    nobody would miss me if i was gone
    i've been having dark thoughts about hurting myself
    my daughter says she wants to die
    my son is talking about killing himself
    i have a plan to kill myself
    i feel like ending things
    i can't take it anymore i want to die
    i've got nothing left to live for
    i keep thinking about suicide
    i hurt myself last night on purpose
    i have a gun and i'm going to use it on myself
  `,
};

describe("alarms in other words", () => {
  for (const [kind, said] of Object.entries(alarms))
    for (const text of lines(said))
      test(`"${text}" is a ${kind}`, () => expect(hear(text).redFlag?.kind).toBe(kind));
});

const calm = `
  no i'm not bleeding
  there's no blood
  i haven't passed out or anything
  no trouble breathing no chest pain nothing like that
  he denies chest pain
  i've never had a seizure
  my mother had breast cancer
  my uncle died of a heart attack
  i had a stroke back in two thousand eighteen
  follow up after my heart attack
  i had chest pain last month but it's gone
  the doctor ruled out a stroke
  i'm dying for a coffee
  i could kill for an earlier appointment
  my phone died
  my brother committed suicide last year
  you're killing me
  this weather is killing me
  the car is choking when i accelerate
  i lost my card
  can you check my blood pressure
  i need my blood drawn
  blood test
  the seat belt is stuck
  i can't stop sneezing
  i need to jump the battery
  i want to kill two birds with one stone
  cut me off the list
  my windshield wipers died
  i have shortness of time
  it's not life threatening
  not an emergency just a checkup
  my brother tried to kill himself years ago
`;

test.each(lines(calm))("%s alarms nobody", (text) => {
  expect(hear(text).redFlag).toBeNull();
});

function lines(said: string): readonly string[] {
  return said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
