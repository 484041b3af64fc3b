/** Words below ten, with the ways telephone callers say nought. */
export const digitWords: Readonly<Record<string, number>> = {
  zero: 0,
  oh: 0,
  o: 0,
  nought: 0,
  naught: 0,
  nil: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  niner: 9,
};

export const teenWords: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

export const tensWords: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

export const scaleWords: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
};

export const ordinalOnes: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  forth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
};

export const ordinalTeens: Readonly<Record<string, number>> = {
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  twelveth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
};

export const ordinalTens: Readonly<Record<string, number>> = {
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
};

export const ordinalScales: Readonly<Record<string, number>> = {
  hundredth: 100,
  thousandth: 1000,
};

/** How often the following digit is said at once. */
export const repeatWords: Readonly<Record<string, number>> = {
  double: 2,
  dubble: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
};

/** Parts of one, as said behind a number or alone: "a half", "three quarters". */
export const fractionWords: Readonly<Record<string, number>> = {
  half: 0.5,
  halves: 0.5,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 0.25,
  quarters: 0.25,
};

/** Vague amounts, with the number that they most often stand for. */
export const vagueAmounts: Readonly<Record<string, number>> = {
  couple: 2,
  pair: 2,
  few: 3,
  several: 4,
  dozen: 12,
};

/** Counts without a number word, when a number was asked for. */
export const countPhrases: readonly (readonly [number, readonly string[]])[] = [
  [0, ["^ (none|nobody|no one|nothing|not any|not one|zero) (at all|of (them|us))? $"]],
  [
    1,
    [
      "(just|only) (the)? (one|me|myself|a single one)",
      "^ (once|the one|myself|me|a single one|one (of (us|them))?|won) $",
      "(just|only) once",
      "^ by myself",
    ],
  ],
  [
    2,
    [
      "^ (twice|both|two|to|too) (of (us|them|you)|times)? $",
      "(just|only) (twice|both of us)",
      "(both of us|my (wife|husband|partner|son|daughter) and (i|me|myself)|me and my (wife|husband|partner|son|daughter))",
    ],
  ],
  [4, ["^ for $"]],
  [8, ["^ ate $"]],
];
