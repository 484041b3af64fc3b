import { randomInt } from "node:crypto";

/** Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: letters that look or, spelled on a telephone, sound like another. */
const alphabet = "3467ACDEFGHJKMNPQRTWXY";

/** Six characters, about 113 million possibilities; the table refuses one that the practice has already. */
export function newConfirmationNumber(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join("");
}
