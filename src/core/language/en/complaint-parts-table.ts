import type { Part } from "../part-phrases.ts";

/** Parts of the body with the complaint that pain or trouble there is. */
const bodyParts: readonly (readonly [complaint: string, parts: readonly string[]])[] = [
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
const troubleWords: readonly string[] =
  "pain pains painful hurt hurts hurting ache aches aching sore achy killing bothering bothers throbbing throbs stiff stabbing cramping cramps burning burns tender swollen swelling swelled trouble problem problems issue issues discomfort acting bad sharp dull itches itching itchy red infected ringing plugged puffy watering watery twitching blurry squeezing tight tightness heavy heaviness weak popping clicking locks locked scratchy draining spasm spasms".split(
    " ",
  );

/** A part of the body or a matter with what is wrong about it, some words apart. */
export const complaintParts: readonly Part[] = [
  ...bodyParts.map(([id, things]) => ({ id, things, signs: troubleWords })),
  {
    id: "heartProblem",
    things: ["heart"],
    signs: [
      "racing",
      "races",
      "pounding",
      "pounds",
      "fluttering",
      "flutters",
      "skipping",
      "skips",
      "beating",
      "irregular",
    ],
  },
  {
    id: "urinary",
    things: ["pee", "peeing", "urinate", "urinating", "urine", "bathroom"],
    signs: [
      "burns",
      "burning",
      "burn",
      "hurts",
      "hurt",
      "painful",
      "blood",
      "often",
      "constantly",
      "frequently",
      "sting",
      "stings",
      "cloudy",
    ],
  },
  {
    id: "sleep",
    things: ["sleep", "sleeping", "asleep"],
    signs: ["trouble", "not", "hard", "unable", "difficulty", "problems", "bad"],
  },
  {
    id: "diabetes",
    things: ["sugar", "sugars", "glucose"],
    signs: ["high", "low", "levels", "numbers", "up"],
  },
  { id: "highBloodPressure", things: ["pressure"], signs: ["high", "low"] },
  {
    id: "coldFlu",
    things: ["nose"],
    signs: ["running", "runny", "stuffed", "stuffy", "blocked", "congested"],
  },
  {
    id: "numbness",
    things: ["hand", "hands", "arm", "arms", "finger", "fingers", "foot", "feet", "leg", "legs", "face"],
    signs: ["numb", "tingling", "tingles", "tingle", "shaking", "trembling", "shake"],
  },
  {
    id: "rash",
    things: ["spot", "spots", "mole", "bump", "patch", "skin"],
    signs: [
      "bigger",
      "growing",
      "weird",
      "strange",
      "changed",
      "changing",
      "peeling",
      "dry",
      "spreading",
      "bleeding",
    ],
  },
  {
    id: "refill",
    things: ["medicine", "medication", "medications", "pills", "prescription", "meds", "inhaler", "insulin"],
    signs: ["refill", "refilled", "refills", "renew", "renewed", "ran", "running", "more"],
  },
  {
    id: "referral",
    things: ["note", "letter", "form", "forms"],
    signs: ["work", "school", "doctor", "filled", "sign", "signed", "job"],
  },
  {
    id: "weight",
    things: ["weight", "pounds"],
    signs: ["lose", "losing", "lost", "gain", "gaining", "gained"],
  },
  {
    id: "vaccination",
    things: ["shots", "shot", "vaccines", "vaccine", "booster"],
    signs: ["due", "need", "get", "flu", "kids", "baby"],
  },
];

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

/** Behind a complaint these say that it is over. */
export const overWords: readonly string[] = [
  "is gone",
  "has gone",
  "is gone now",
  "went away",
  "has gone away",
  "cleared up",
  "has cleared up",
  "is all better",
  "is better now",
  "is over",
  "has stopped",
  "is stopped",
  "is finished",
];
