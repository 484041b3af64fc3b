/**
 * A guess at how an English word is said, for names and towns that the dictionary does not have. Longest match first,
 * from the left; vowels lean to what is commonest in names. It is right often enough to be heard, not to be spoken.
 */
const soundsOf: readonly (readonly [spelling: string, sounds: string])[] = [
  ["tion", "SH AH N"],
  ["sion", "ZH AH N"],
  ["eigh", "EY"],
  ["augh", "AO"],
  ["ough", "OW"],
  ["tch", "CH"],
  ["sch", "SH"],
  ["igh", "AY"],
  ["eau", "OW"],
  ["ia$", "IY AH"],
  ["ya$", "Y AH"],
  ["ch", "CH"],
  ["sh", "SH"],
  ["th", "TH"],
  ["ph", "F"],
  ["wh", "W"],
  ["ck", "K"],
  ["qu", "K W"],
  ["gu", "G"],
  ["ng", "NG"],
  ["kn", "N"],
  ["wr", "R"],
  ["zh", "ZH"],
  ["rh", "R"],
  ["gh", "G"],
  ["ee", "IY"],
  ["ea", "IY"],
  ["oo", "UW"],
  ["ou", "UW"],
  ["ow", "OW"],
  ["oy", "OY"],
  ["oi", "OY"],
  ["ai", "EY"],
  ["ay", "EY"],
  ["ei", "EY"],
  ["ey", "IY"],
  ["au", "AO"],
  ["aw", "AO"],
  ["ie", "IY"],
  ["oa", "OW"],
  ["ue", "UW"],
  ["er", "ER"],
  ["ir", "ER"],
  ["ur", "ER"],
  ["ar", "AA R"],
  ["or", "AO R"],
  ["a$", "AH"],
  ["i$", "IY"],
  ["y$", "IY"],
  ["o$", "OW"],
  ["u$", "UW"],
  ["e$", ""],
  ["ce", "S EH"],
  ["ci", "S IH"],
  ["ge", "JH EH"],
  ["gi", "JH IH"],
  ["x", "K S"],
  ["a", "AA"],
  ["b", "B"],
  ["c", "K"],
  ["d", "D"],
  ["e", "EH"],
  ["f", "F"],
  ["g", "G"],
  ["h", "HH"],
  ["i", "IH"],
  ["j", "JH"],
  ["k", "K"],
  ["l", "L"],
  ["m", "M"],
  ["n", "N"],
  ["o", "OW"],
  ["p", "P"],
  ["q", "K"],
  ["r", "R"],
  ["s", "S"],
  ["t", "T"],
  ["u", "UW"],
  ["v", "V"],
  ["w", "W"],
  ["y", "Y"],
  ["z", "Z"],
];

/** Phonemes separated by spaces; never empty. */
export function pronounce(word: string): string {
  const spelled = `${word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "")
    .replaceAll(/([b-df-hj-np-tv-z])\1/g, "$1")}$`;
  const sounds: string[] = [];
  for (let at = 0; at < spelled.length - 1; ) {
    const match = soundsOf.find(([spelling]) => spelled.startsWith(spelling, at));
    const [spelling, sound] = match ?? [spelled[at] as string, ""];
    if (sound !== "") sounds.push(sound);
    at += spelling.replace("$", "").length;
  }
  return sounds.length > 0 ? sounds.join(" ") : "AH";
}
