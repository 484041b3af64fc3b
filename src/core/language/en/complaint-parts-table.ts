/** Parts of the body with the complaint that pain or trouble there is; used with `troubleWords` some words apart. */
export const bodyParts: readonly (readonly [complaint: string, parts: readonly string[]])[] = [
  ["chestPain", ["chest"]],
  ["abdominalPain", ["stomach", "belly", "abdomen", "tummy", "gut", "side"]],
  ["headache", ["head", "temples"]],
  ["backPain", ["back", "lower back", "upper back", "spine", "tailbone"]],
  ["neckPain", ["neck"]],
  [
    "jointPain",
    [
      "knee",
      "knees",
      "shoulder",
      "shoulders",
      "hip",
      "hips",
      "elbow",
      "elbows",
      "ankle",
      "ankles",
      "wrist",
      "wrists",
      "foot",
      "feet",
      "leg",
      "legs",
      "arm",
      "arms",
      "hand",
      "hands",
      "finger",
      "fingers",
      "toe",
      "toes",
      "joint",
      "joints",
      "heel",
      "thumb",
      "calf",
      "thigh",
      "muscles",
    ],
  ],
  ["earPain", ["ear", "ears"]],
  ["eyeProblem", ["eye", "eyes"]],
  ["soreThroat", ["throat", "tonsils"]],
  ["dental", ["tooth", "teeth", "gums", "jaw", "molar"]],
  ["rash", ["skin", "scalp"]],
  ["womensHealth", ["breast", "breasts"]],
];

/** Words of pain and trouble, in the long form. */
export const troubleWords: ReadonlySet<string> = new Set(
  "pain pains painful hurt hurts hurting ache aches aching sore achy killing bothering bothers throbbing throbs stiff stabbing cramping cramps burning burns tender swollen swelling swelled trouble problem problems issue issues discomfort acting bad sharp dull itches itching itchy red infected ringing plugged".split(
    " ",
  ),
);

/** Right before a complaint, or a few words before it, these say that it is not there. */
export const denials: readonly string[] = [
  "no",
  "not",
  "without",
  "never",
  "do not have",
  "not having",
  "no more",
  "nor",
  "denies",
  "not any",
  "negative for",
  "have not had",
  "did not have",
  "is not",
  "isn't",
  "no longer have",
  "not a",
  "not for",
];

/** Everyday words among the phrases; they count when a complaint was asked for, or beside words of illness. */
export const commonComplaintWords: ReadonlySet<string> = new Set(
  "cold period periods add shot shots results labs annual stress stressed numb faint fell burn broken bump lump mole boil paperwork injury stroke therapy specialist anxious infection infected swelling swollen weakness annual visit nutrition bladder prostate fungus wound corona sinus checkup medication cramps bitten overwhelmed dental labs physical screening weight insulin stitches gas corona the flu after surgery exhausted".split(
    " ",
  ),
);
