/**
 * How English letters sound, roughly: each step rewrites letters to one sign a sound, in this order. Signs are lower case
 * letters for what is written so, capitals for the rest: `C` church, `J` judge, `N` sing, `S` shoe, `T` thin; long vowels `A`
 * day, `I` see, `O` toe, `U` too, `V` boy, `W` cow, `Y` my; `@` the vowel of "fur" and, since many do not say it, of a lost
 * "r".
 */
export const soundSteps: readonly (readonly [letters: RegExp, sounds: string])[] = [
  [/^[kg]n/, "n"],
  [/^wr/, "r"],
  [/^wh/, "w"],
  [/^ps/, "s"],
  [/mb$/, "m"],
  [/tch/g, "C"],
  [/sch?(?=h)h|sh/g, "S"],
  [/ch(?=[rl])/g, "k"],
  [/ch/g, "C"],
  [/ph/g, "f"],
  [/th/g, "T"],
  [/ck/g, "k"],
  [/dge?/g, "J"],
  [/ght/g, "t"],
  [/gh$/, "f"],
  [/gh/g, ""],
  [/qu/g, "kw"],
  [/q/g, "k"],
  [/x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/g(?=[ey])/g, "J"],
  [/j/g, "J"],
  [/[st]ion/g, "SEn"],
  [/([^aeiou])\1+/g, "$1"],
  [/ng/g, "N"],
  [/eigh|ay|ai|ey(?=.)/g, "A"],
  [/ee|ea|ie|ei/g, "I"],
  [/oo|ew|ue|ui/g, "U"],
  [/ou|ow/g, "W"],
  [/oa|oe/g, "O"],
  [/oi|oy/g, "V"],
  [/au|aw/g, "o"],
  [/ey$|y$/, "I"],
  [/y/g, "i"],
  [/a([^aeiouAIUWOVY])e$/, "A$1"],
  [/i([^aeiouAIUWOVY])e$/, "Y$1"],
  [/o([^aeiouAIUWOVY])e$/, "O$1"],
  [/u([^aeiouAIUWOVY])e$/, "U$1"],
  [/e([^aeiouAIUWOVY])e$/, "I$1"],
  [/e$/, ""],
  [/es$/, "s"],
  [/[aeiou]r(?![aeiouAIUWOVY])/g, "@"],
  [/h(?![aeiouAIUWOVY@])/g, ""],
];

export const vowelSounds = "aeiouAIUWOVY@E";

/** Sounds of one group are taken for each other on a telephone line. */
export const nearSounds: readonly string[] =
  "pb td kg fvT sz SJC mnN rl wr bv dT tT fs sS tC dJ zJ pt kt lw aA@ eiI oOW@ uUo ao ea iY IA e@ oU".split(
    " ",
  );
