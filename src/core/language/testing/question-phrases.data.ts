/** What callers ask, by the topic that it is about. */
export const questionPhrases: readonly (readonly [topic: string, readonly string[]])[] = [
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
