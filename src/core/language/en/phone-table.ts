import { hesitations } from "./hesitations-table.ts";

/** "The number I'm calling from", in the long form of `plainWords` and the syntax of `phraseBook`. */
export const sameNumberPhrases: readonly string[] = [
  "(number|one|phone|line|cell|mobile) (that|which)? i (am|was) (calling|phoning|ringing|using|on) (you)? (from|with|on|now|right)?",
  "(number|one|phone|line) (that|which)? i (called|call|phoned|rang) (you)? (from|on|with|in)",
  "i am (calling|phoning|ringing) (you)? (from|on)",
  "(this|same|current) (phone|telephone|cell|mobile|cellphone)? (number|phone|line|cell|mobile)",
  "the number (you|that you) (see|have|got)",
  "(one|number) (you|that you) (already)? (have|see|got) (there|now|already|on|in)",
  "on (your|the) (caller|screen|display)",
  "number (on|in) (your|the) (caller|screen|display)",
  "caller (id|i d)",
  "number (that)? (came|comes|is showing|shows|showing|popped) (up)?",
  "one i am (on|using) (now|right)?",
  "number i am (on|using) (now|right)?",
  "whatever (number)? (i am calling from|you see|shows)",
  "the one i am (talking|speaking) (to you)? on",
];

/** Enough only when the telephone number is what was asked. */
export const sameNumberAnswers: readonly string[] = [
  "this one",
  "^ (it is|yes|yeah|just|use|the|that is)? (the)? same (one|as this|as that|as before)? $",
  "(the)? same as (this|that|the one|what i)",
  "this is (the best|my|the right|a good|fine)",
  "(use|take) this (one|number)?",
  "that one",
];

/** Before the phrases above they mean another number. */
export const otherNumberWords: ReadonlySet<string> = new Set([
  "not",
  "different",
  "other",
  "another",
  "instead",
  "than",
  "no",
  "except",
  "never",
]);

/** What stands before a telephone number. */
export const phoneCues: readonly string[] = [
  "phone number",
  "my number is",
  "my phone number is",
  "phone number is",
  "the number is",
  "cell number is",
  "my cell is",
  "telephone number",
  "cell number",
  "mobile number",
  "number is",
  "phone is",
  "cell is",
  "mobile is",
  "cell phone",
  "call me at",
  "call me on",
  "call me back at",
  "call back at",
  "callback at",
  "reach me at",
  "reach me on",
  "my number",
  "my cell",
  "my phone",
  "my mobile",
  "area code",
  "call back number",
  "callback number",
  "contact number",
  "best number",
  "home number",
  "work number",
  "home phone",
  "work phone",
  "telephone",
  "phone",
  "cell",
  "mobile",
  "text me at",
  "number's",
  "number to reach",
  "reached at",
  "contact me at",
  "number for me",
  "dial",
  "ring me on",
  "number to call",
];

/** Words between the groups of a number that change nothing. */
export const phoneFillers: ReadonlySet<string> = new Set([
  ...hesitations,
  ..."i ah hm dash hyphen minus dot point space then and so okay ok the that's thats it's its is number my please well let's see yeah yes followed by plus right".split(
    " ",
  ),
]);

/** Words that recognizers write for figures; said alone they are more often themselves. */
export const figureHomophones: Readonly<Record<string, string>> = {
  to: "two",
  too: "two",
  for: "four",
  fore: "four",
  ate: "eight",
  won: "one",
  tree: "three",
  free: "three",
  fife: "five",
  sex: "six",
};

/** Words that take back the group before them. */
export const phoneCorrections: ReadonlySet<string> = new Set([
  "no",
  "sorry",
  "wait",
  "actually",
  "oops",
  "correction",
  "rather",
  "mean",
  "scratch",
  "nope",
  "not",
]);
