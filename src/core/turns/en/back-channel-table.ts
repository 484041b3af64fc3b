/**
 * Sounds by which a listener says "go on". Hyphens count as spaces. "Uh-uh" is among them, as telephones leave no difference
 * between it and "uh-huh"; whoever means no says so when all of the question is out.
 */
export const listenerNoise: readonly string[] = [
  "mm",
  "mmm",
  "mm hm",
  "mm hmm",
  "mhm",
  "mmhmm",
  "hm",
  "hmm",
  "uh huh",
  "uh uh",
  "uh",
  "um",
  "ah",
  "oh",
  "aha",
];

/** Words that say no more, or by which somebody who picks up a telephone says that they have. */
export const listenerWords: readonly string[] = [
  "okay",
  "ok",
  "right",
  "alright",
  "all right",
  "i see",
  "got it",
  "go on",
  "cool",
  "hello",
  "hi",
  "hey",
  "hi there",
  "good morning",
  "good afternoon",
  "good evening",
  "great",
];

/** Words that are an answer when yes or no is wanted, and otherwise say no more than the above. */
export const agreement: readonly string[] = [
  "yes",
  "yeah",
  "yep",
  "yup",
  "sure",
  "fine",
  "good",
  "of course",
  "so",
  "please",
  "go ahead",
];
