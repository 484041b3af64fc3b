import { nearSounds, soundSteps, vowelSounds } from "./en/sounds-table.ts";

/** Costs of taking one sound for another, and of a sound too many or too few. */
const NEAR_VOWEL = 0.2;
const OTHER_VOWEL = 0.35;
const NEAR_CONSONANT = 0.5;
const OTHER_CONSONANT = 1;
const OTHER_KIND = 1.3;
const LOST_VOWEL = 0.5;
const LOST_CONSONANT = 0.8;
const MOST_LETTERS = 24;

const near: ReadonlySet<string> = new Set(
  nearSounds.flatMap((group) => [...group].flatMap((one) => [...group].map((other) => one + other))),
);

/** How a name sounds, roughly, one sign a sound: "Geoffrey" and "Jeffrey" differ by one, "Gail" and "Gale" by none. */
export function soundOf(name: string): string {
  let sounds = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "")
    .slice(0, MOST_LETTERS);
  for (const [letters, sign] of soundSteps) sounds = sounds.replace(letters, sign);
  return sounds;
}

/** How far apart two of `soundOf` are: 0 = alike, below 0.6 easily confused, about 1 for each sound that differs clearly. */
export function soundDistance(one: string, other: string): number {
  let above = [0];
  for (const sound of other) above.push((above.at(-1) ?? 0) + loss(sound));
  for (const sound of one) {
    const row = [(above[0] ?? 0) + loss(sound)];
    for (let at = 1; at < above.length; at += 1) {
      const said = other.charAt(at - 1);
      row.push(
        Math.min(
          (above[at] ?? 0) + loss(sound),
          (row[at - 1] ?? 0) + loss(said),
          (above[at - 1] ?? 0) + swap(sound, said),
        ),
      );
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

function isVowel(sound: string): boolean {
  return vowelSounds.includes(sound);
}

function loss(sound: string): number {
  return isVowel(sound) ? LOST_VOWEL : LOST_CONSONANT;
}

function swap(one: string, other: string): number {
  if (one === other) return 0;
  const vowels = Number(isVowel(one)) + Number(isVowel(other));
  if (vowels === 1) return OTHER_KIND;
  if (near.has(one + other)) return vowels === 2 ? NEAR_VOWEL : NEAR_CONSONANT;
  return vowels === 2 ? OTHER_VOWEL : OTHER_CONSONANT;
}
