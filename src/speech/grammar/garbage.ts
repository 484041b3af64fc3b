/**
 * Sounds of speech that no grammar knows. A dozen phonemes, far apart from each other, cover the rest well enough to be
 * nearer to a strange word than a wrong word is; all forty would cost three times the work of the words themselves.
 */
const phonemes: readonly string[] = "AH IY EH AA OW ER S T N M K L D F".split(" ");

/** Each sound costs this much, so that a known word wins over its own sounds. */
const PER_SOUND = 0.5;

/** A word that stands for one phoneme of something that no grammar knows. */
function garbageWord(phoneme: string): string {
  return `@${phoneme.toLowerCase()}`;
}

export function isGarbage(word: string): boolean {
  return word.startsWith("@");
}

const sounds = `( ${phonemes.map(garbageWord).join(" | ")} )`;

/** Six sounds or more: anything shorter is rather a short word of ours, badly heard. */
export const garbageRule = `${sounds} ${sounds} ${sounds} ${sounds} ${sounds} <garbageTail>`;
export const garbageTail = `/${1 - PER_SOUND}/ ${sounds} | /${PER_SOUND}/ ${sounds} <garbageTail>`;

export const garbageEntries: readonly (readonly [word: string, sound: string])[] = phonemes.map((phoneme) => [
  garbageWord(phoneme),
  phoneme,
]);
