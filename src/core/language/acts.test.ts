import { describe, expect, test } from "vitest";
import { hear } from "./testing/hear.ts";
import type { ActKind } from "./understanding.ts";

const said: readonly (readonly [ActKind, readonly string[]])[] = [
  [
    "person",
    [
      "can i speak to a person",
      "i want to talk to someone",
      "operator",
      "representative please",
      "let me talk to a human",
      "give me a real person",
      "transfer me to the front desk",
      "i need to speak with a nurse",
      "can you put me through to the office",
      "connect me with someone",
      "i'd rather talk to a real person",
      "is there anyone i can talk to",
      "can someone call me back",
      "agent",
      "i don't want to talk to a machine",
      "speak to the manager please",
      "put me through to a receptionist",
      "could i please speak with somebody",
      "get me a human being",
    ],
  ],
  [
    "repeat",
    [
      "can you repeat that",
      "say that again please",
      "what",
      "pardon",
      "sorry what was that",
      "come again",
      "i didn't catch that",
      "one more time please",
      "excuse me",
      "what did you say",
      "i didn't hear you",
      "could you say it again",
      "repeat please",
      "again please",
      "i missed that",
      "sorry i didn't get that",
      "would you repeat the question",
      "you're breaking up",
      "what were the times again",
      "huh",
    ],
  ],
  [
    "slower",
    [
      "slower please",
      "can you speak more slowly",
      "slow down",
      "you're talking too fast",
      "that was too quick",
    ],
  ],
  [
    "wait",
    [
      "hold on",
      "one moment",
      "just a second",
      "wait",
      "give me a minute",
      "hang on",
      "let me check",
      "one second please",
      "hold on let me get my card",
      "bear with me",
      "let me look it up",
      "just a sec",
      "i need to find my card",
    ],
  ],
  [
    "help",
    ["help", "i need help", "what can i say", "what are my options", "i'm confused", "what do you mean"],
  ],
  ["goBack", ["go back", "can we go back", "back please", "previous question", "go back one step"]],
  [
    "startOver",
    [
      "start over",
      "let's start over",
      "can we start again from the beginning",
      "restart",
      "start from scratch",
    ],
  ],
  [
    "stop",
    [
      "stop calling me",
      "i'm not interested",
      "take me off your list",
      "don't call here again",
      "wrong number",
      "unsubscribe",
      "remove my number from your list",
      "please do not call again",
    ],
  ],
  [
    "dontKnow",
    [
      "i don't know",
      "i'm not sure",
      "no idea",
      "i have no clue",
      "i can't remember",
      "i don't remember",
      "not sure",
      "i forgot",
      "i don't have it with me",
      "i don't have my card with me",
      "beats me",
      "i have no idea",
      "dunno",
      "i'm unsure",
    ],
  ],
  [
    "thank",
    ["thanks", "thank you", "thank you so much", "thanks a lot", "i appreciate it", "much appreciated"],
  ],
  [
    "greet",
    ["hello", "hi", "hey there", "good morning", "hi good afternoon", "hello how are you", "good evening"],
  ],
  [
    "goodbye",
    [
      "goodbye",
      "bye",
      "bye bye",
      "see you then",
      "have a good day",
      "that's all",
      "i have to go",
      "talk to you later",
      "take care",
      "have a nice weekend",
      "that will be all thank you",
      "i'm going to hang up",
    ],
  ],
  [
    "cancel",
    [
      "cancel my appointment",
      "i need to cancel",
      "i'd like to cancel my visit on tuesday",
      "please cancel it",
      "i want to call it off",
      "i can't make my appointment",
      "i have to cancel tomorrow",
      "i won't be able to make it tomorrow",
      "i'm calling to cancel",
      "i no longer need the appointment",
    ],
  ],
  [
    "change",
    [
      "i need to reschedule",
      "can i change my appointment",
      "i want to move my appointment to friday",
      "reschedule please",
      "i'd like to change the time",
      "push it back an hour",
      "can we move it to next week",
      "switch it to tuesday",
      "i need a different time for my appointment",
      "can i postpone my visit",
    ],
  ],
  [
    "confirm",
    [
      "i'm calling to confirm my appointment",
      "i want to confirm my visit",
      "yes i'll be there",
      "can you confirm my appointment",
    ],
  ],
  [
    "book",
    [
      "i'd like to make an appointment",
      "i need to see a doctor",
      "book an appointment",
      "can i schedule an oil change",
      "i want to set up a visit",
      "i need an appointment",
      "do you have any openings this week",
      "can you get me in today",
      "i'm calling to schedule a checkup",
      "appointment please",
      "schedule a service appointment",
      "is there anything available tomorrow with doctor garcia and can i get an appointment",
    ],
  ],
  [
    "correct",
    [
      "no it's main street",
      "i said wednesday",
      "i meant thursday",
      "change my phone number",
      "that's the wrong address",
      "no my name is john",
      "actually it's smith with a y",
      "that should be five not nine",
      "you misheard me",
      "the number is wrong",
      "not main maple but main",
      "correction it's friday",
      "you got my name wrong",
      "no that's my old address it's nine elm street",
    ],
  ],
  ["affirm", ["yes", "yeah that's right", "correct", "yes i do", "exactly", "yep"]],
  ["deny", ["no", "nope", "no that's wrong", "not really", "no thanks", "that's not right"]],
];

describe("what callers want done", () => {
  for (const [kind, phrases] of said) {
    for (const text of phrases) {
      test(`"${text}": ${kind}`, () => expect(hear(text).acts.map((act) => act.kind)).toContain(kind));
    }
  }
});

const questions: readonly (readonly [topic: string, readonly string[]])[] = [
  [
    "hours",
    [
      "what are your hours",
      "when do you open",
      "are you open on saturday",
      "what time do you close",
      "how late are you open",
      "are you open on weekends",
      "what are your business hours",
    ],
  ],
  [
    "location",
    [
      "where are you located",
      "what's your address",
      "where is the office",
      "can you give me the address",
      "what is the address",
    ],
  ],
  [
    "directions",
    [
      "how do i get there",
      "can you give me directions",
      "how do i get to your office",
      "what's the cross street",
    ],
  ],
  ["parking", ["is there parking", "where can i park", "do you have a parking lot", "is parking free"]],
  [
    "price",
    [
      "how much does it cost",
      "how much is an oil change",
      "what do you charge",
      "what's the price",
      "how much will it be",
      "is there a fee",
      "how much is the copay",
    ],
  ],
  [
    "insurance",
    [
      "do you take aetna",
      "do you accept my insurance",
      "what insurance do you take",
      "is this covered by insurance",
      "do you take medicare",
      "are you in network with cigna",
    ],
  ],
  [
    "preparation",
    [
      "what should i bring",
      "do i need to bring anything",
      "do i need to fast",
      "how do i prepare",
      "can i eat before the visit",
      "what do i need to bring",
    ],
  ],
  [
    "whoIsThis",
    [
      "who is this",
      "who am i speaking with",
      "who's calling",
      "what company is this",
      "what's this about",
      "who are you",
    ],
  ],
  [
    "robot",
    [
      "are you a robot",
      "am i talking to a machine",
      "is this a recording",
      "are you a real person",
      "are you human",
      "is this a real person",
    ],
  ],
  [
    "why",
    [
      "why do you need that",
      "why do you need my address",
      "why",
      "what do you need that for",
      "what is that for",
      "why are you asking",
    ],
  ],
];

describe("questions have a topic", () => {
  for (const [topic, phrases] of questions) {
    for (const text of phrases) {
      test(`"${text}": ${topic}`, () => {
        expect(hear(text).acts.find((act) => act.kind === "question")?.topic).toBe(topic);
      });
    }
  }
});

test.each([
  "tuesday at nine",
  "my name is john smith",
  "five five five one two three four",
  "i have a sore throat",
  "blue cross",
  "for two days",
])("%s wants nothing of the kind", (text) => {
  const unwanted = new Set([
    "person",
    "cancel",
    "stop",
    "goodbye",
    "startOver",
    "goBack",
    "repeat",
    "wait",
    "help",
  ]);
  expect(hear(text).acts.filter((act) => unwanted.has(act.kind))).toEqual([]);
});

test.each([
  ["change my phone number", "phone"],
  ["that's the wrong address", "address"],
  ["you got my name wrong", "name"],
  ["my date of birth is wrong", "dateOfBirth"],
  ["i need to fix my email", "email"],
  ["i said wednesday", null],
])("%s corrects the field %s", (text, topic) => {
  expect(hear(text).acts.find((act) => act.kind === "correct")).toMatchObject({ topic });
});
