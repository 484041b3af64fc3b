/** No pain at all, in the long form of `plainWords` and the syntax of `phraseBook`. */
export const noPainPhrases: readonly string[] = [
  "no pain (at all)?",
  "(do|does) not hurt (at all|anymore|now)?",
  "not (in)? (any|in any) pain",
  "pain free",
  "painless",
  "without (any)? pain",
  "not hurting (at all|right now|anymore)?",
  "(have|having) no pain",
  "do not (have|feel) (any)? pain",
];
export const noPainAnswers: readonly string[] = [
  "^ none (at all|really|right now)? $",
  "^ nothing (at all)? $",
  "^ not at all $",
];

/** Behind a number these make it something else than a degree of pain. */
export const otherUnits: ReadonlySet<string> = new Set(
  "day days week weeks month months year years hour hours minute minutes second seconds time times am pm a.m p.m oclock o'clock people person kids children dollars milligrams mg pills degrees ago percent pounds ounces inches feet miles doctors appointments weeks' nights night mornings th st nd rd".split(
    " ",
  ),
);

/** Before a number these make it something else. */
export const otherLeads: ReadonlySet<string> = new Set(
  "at since for until till before after around@ last past next in on room suite number age aged every another from".split(
    " ",
  ),
);
