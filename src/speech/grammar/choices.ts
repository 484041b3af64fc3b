import { oneOf, phrase, phrases, type Rules, weighted } from "./rules.ts";

export const choiceRules: Rules = {
  which: `the ( first | second | third | fourth | fifth | last | other | earlier | later | earliest | latest | morning | afternoon ) [ one | time | appointment | option | slot | doctor ]
    | ( number | option ) ( one | two | three | four | five ) | the <weekday> one | the one ( on <weekday> | at <clock> ) | [ the ] <hour> [ <minute> ] [ <meridiem> ] [ one ] | first | second | third`,
  noneOfThem: `[ no ] ( none [ of those | of them | of these | of the above ] [ works | work ] | neither [ of those | of them | one ] | those don't work [ for me ] | none of those work [ for me ] | none of those times work [ for me ]
    | ( do you have | have you got | is there | are there | can i have | what about | how about ) ( anything | something | any | one ) ( else | later | earlier | other times | sooner | in the ( morning | afternoon ) | on <weekday> | next week | <date> )
    | something else | something ( later | earlier | sooner ) | another ( day | time | doctor ) | a different ( day | time | doctor ) | anything else | what else do you have | i can't do any of those | that's too ( early | late | soon ) | next week | later | earlier )`,
  choiceTail: "please | is fine | works | would be great | sounds good | will work | then | one",
  choiceLead: `i'll take | i'd like | let's do | i want | can i have | can i see | i'd like to see | i want to see | give me | the one with | how about | let's go with | i'd prefer | i prefer | make it | that's | it's`,
};

/** The ways to name one of the things on offer, or to want none of them. */
export function choiceRule(names: readonly string[]): string {
  const spoken = phrases(names.flatMap(variants));
  const named = spoken.length === 0 ? "" : `[ <choiceLead> ] [ the ] ${oneOf(spoken)} [ <choiceTail> ]`;
  return weighted([
    [0.5, named],
    [0.22, "[ <choiceLead> ] <which> [ <choiceTail> ]"],
    [0.28, "<noneOfThem>"],
  ]);
}

/** A doctor's title is said in full, left out, or followed by the family name alone. */
function variants(spoken: string): readonly string[] {
  const words = phrase(spoken).split(" ");
  if (words[0] !== "dr" && words[0] !== "doctor") return [spoken];
  const name = words.slice(1);
  const last = name.at(-1) as string;
  return [`doctor ${name.join(" ")}`, `doctor ${last}`, name.join(" "), last];
}
