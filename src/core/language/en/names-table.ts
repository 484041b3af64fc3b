import { hesitations } from "./hesitations-table.ts";

/** What comes before a name and is no part of it. Longer phrases win. */
export const nameCues: readonly string[] = [
  "my name is",
  "my name's",
  "name is",
  "the name is",
  "my full name is",
  "full name is",
  "this is",
  "i am",
  "i'm",
  "it is",
  "it's",
  "that is",
  "that's",
  "call me",
  "you can call me",
  "i am called",
  "my name",
  "name's",
  "they call me",
  "speaking with",
  "under the name",
  "under",
  "the name's",
  "the patient is",
  "the patient's name is",
  "patient's name is",
  "patient name is",
  "her name is",
  "his name is",
  "for my son",
  "for my daughter",
  "for my husband",
  "for my wife",
  "for my mother",
  "for my father",
  "appointment for",
  "the customer is",
  "that would be",
  "it would be",
  "you're speaking with",
  "you're speaking to",
  "name would be",
  "name of",
  "mother of",
  "father of",
  "parent of",
  "wife of",
  "husband of",
  "son of",
  "daughter of",
  "on behalf of",
  "calling for my son",
  "calling for my daughter",
  "calling for my husband",
  "calling for my wife",
  "calling for my mother",
  "calling for my father",
  "calling for my child",
  "calling for my mom",
  "calling for my dad",
  "my son",
  "my daughter",
  "my husband",
  "my wife",
  "my mother",
  "my father",
  "my child",
  "my mom",
  "my dad",

  "calling for",
];

/** Cues that announce one half of a name. */
export const givenCues: readonly string[] = [
  "first name is",
  "first name",
  "my first name is",
  "given name is",
  "given name",
  "first name's",
  "christian name is",
  "first is",
];
export const familyCues: readonly string[] = [
  "last name is",
  "last name",
  "my last name is",
  "surname is",
  "surname",
  "family name is",
  "family name",
  "last name's",
  "second name is",
  "second name",
  "last is",
  "my surname is",
  "and the last name is",
];

/** Between two names these take the earlier back. */
export const nameCorrections: readonly string[] = [
  "no",
  "no sorry",
  "sorry",
  "i mean",
  "i meant",
  "actually",
  "no wait",
  "wait",
  "correction",
  "rather",
  "or rather",
  "no it's",
  "sorry it's",
  "no that's",
];

/** Strong enough to read a name that nobody asked for. */
export const strongNameCues: ReadonlySet<string> = new Set([
  "my name is",
  "my name's",
  "my full name is",
  "my name",
  "name is",
  "the name is",
  "this is",
  "name's",
  "i am called",
  "the patient is",
  "the patient's name is",
  "patient name is",
  "the name's",
]);

/** Dropped wherever they stand. */
export const nameFillers: ReadonlySet<string> = new Set([
  ...hesitations,
  ..."ah hm well so okay ok yes yeah yep sure hi hello hey please thanks thank you good morning afternoon evening hiya yup right of course certainly oh no sorry like just and then mhm alright ma'am sir full complete whole it's its here's there for still really actually basically".split(
    " ",
  ),
]);

/** Those of them that only fill a pause. */
export const thinkingSounds: ReadonlySet<string> = new Set([...hesitations, "ah", "hm"]);

/** What ends a name: everything from here on is something else. */
export const nameEnds: readonly string[] = [
  "calling",
  "speaking",
  "here",
  "and i",
  "i would",
  "i'd",
  "i want",
  "i need",
  "i have",
  "i've",
  "i got",
  "and i've",
  "and i'm",
  "and we",
  "i'm calling",
  "from",
  "born",
  "date of birth",
  "birthday",
  "and my",
  "my date",
  "my birthday",
  "my phone",
  "my number",
  "at the",
  "at your",
  "with an appointment",
  "and it",
  "and that",
  "that's spelled",
  "and i'm",
  "thank you",
  "thanks",
  "please",
  "how are you",
  "and yours",
  "for an appointment",
  "to book",
  "about",
  "looking",
  "again",
  "on the",
  "with blue",
  "and the",
  "the number",
  "is that",
  "i live",
  "i was",
  "i think",
  "you have",
  "do you",
  "can you",
  "and today",
  "over the",
  "but",
  "because",
  "wanting",
  "trying",
  "hoping",
  "i said",
  "as in the",
  "not",
];

export const titles: ReadonlySet<string> = new Set(
  "mr mister mrs ms miss missus dr doctor prof professor sir madam reverend father sister mx".split(" "),
);
export const nameSuffixes: ReadonlySet<string> = new Set(
  "jr junior sr senior iii ii iv esquire phd md".split(" "),
);

/** Small words inside family names, written small. */
export const particles: ReadonlySet<string> = new Set(
  "de la del della di da dos das du le los las van von der den ter ten bin ibn al el st saint san santa mac mc o y e abu ben".split(
    " ",
  ),
);

/** Two given names that belong together. */
export const doubleGiven: ReadonlySet<string> = new Set(
  "mary ann,mary anne,mary beth,mary jane,mary kate,mary lou,mary jo,mary ellen,anna maria,ana maria,jean paul,john paul,sarah jane,lisa marie,jose luis,juan carlos,miguel angel,billy joe,billy bob,jo ann,jo anne,rose marie,anne marie,ann marie,marie claire,luis miguel,jean luc,maria elena,maria jose,jose maria,betty jo,bobby joe,emma jane,emma louise,amy jo,peggy sue,jim bob".split(
    ",",
  ),
);

/** Words that no caller's name holds; one of them and the answer is something else. */
export const notNames: ReadonlySet<string> = new Set(
  (
    "the a an is am are was were be been what why who when where how which this that these those my your his her its our their it he she we they you me him us them not don't can't won't do does did have has had will would could should can may might must shall " +
    "need want get give take make go come see know think say tell ask help hold wait moment second minute on in at to of off out up down over under again back about with without before after if or but because while any some all more most much many few " +
    "appointment doctor's insurance phone number email address date birth time today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week month year morning afternoon evening night pain hurt sick zero one two three four five six seven eight nine ten " +
    "yes no maybe sorry pardon repeat speak slower person human agent representative operator robot cancel reschedule book confirm change available something anything nothing someone anyone everything new patient correct wrong different same already never always talk understand hear heard said spell spelled spelling letters letter question calling line name names ready there here let's let another other isn't doesn't didn't calls called called busy private information real both neither either hung hang huh wow gosh god jeez dokey alrighty hmm mmm whoa ugh"
  ).split(" "),
);

/** How the halves of a spelled name are told apart. */
export const spellingBreaks: ReadonlySet<string> = new Set([
  "space",
  "separation",
  "gap",
  "break",
  "surname",
  "next",
]);

/** Words between spelled letters that are no letters. */
export const spellingFillers: ReadonlySet<string> = new Set([
  ...hesitations,
  ..."then is it's that's the and that so yes spelled spelt spelling capital new word name first last second my sorry okay ok small lowercase".split(
    " ",
  ),
]);
