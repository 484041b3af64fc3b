/** Sounds with which a caller thinks. They mean nothing wherever they stand, unless "huh" or "hm" makes an answer of them. */
export const hesitations: readonly string[] = ["um", "umm", "uhm", "uh", "uhh", "er", "erm"];
