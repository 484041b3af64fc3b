/** What people say while they think or look something up: nobody hands over the floor with it. */
export const thinkingAloud: readonly string[] = [
  "let me see",
  "let me think",
  "let me look",
  "let me check",
  "let me find it",
  "let's see",
  "what was it",
  "how do you say",
  "you know",
  "i mean",
  "i think it's",
  "i think it is",
  "hang on it's",
];
