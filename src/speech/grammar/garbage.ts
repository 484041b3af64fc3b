import { phonemes } from "./phonemes.ts";

/** A word that stands for one phoneme of something that no grammar knows. */
export function garbageWord(phoneme: string): string {
  return `@${phoneme.toLowerCase()}`;
}

/** Any sounds at all. Its weight against the words decides what is rejected. */
export const garbageRule = `( ${phonemes.map(garbageWord).join(" | ")} ) [ <garbage> ]`;

export const garbageEntries: readonly (readonly [word: string, sound: string])[] = phonemes.map((phoneme) => [
  garbageWord(phoneme),
  phoneme,
]);
