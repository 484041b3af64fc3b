import { hesitations } from "./hesitations-table.ts";

/** Last words after which a caller goes on. */
export const hangingWords: readonly string[] = [
  "and",
  "but",
  "or",
  "because",
  "so",
  "the",
  "a",
  "an",
  "my",
  "our",
  "your",
  "his",
  "her",
  "is",
  "are",
  "was",
  "at",
  "on",
  "in",
  "for",
  "to",
  "of",
  "with",
  "from",
  "by",
  "like",
  "about",
  "around",
  "between",
  "until",
  "am",
  "i",
  "if",
  "when",
  "that",
  "which",
  "it",
  "than",
  "not",
  "would",
  "could",
  "should",
  "can",
  "will",
  "also",
  "maybe",
  "either",
  "past",
  "half",
  "quarter",
  "next",
  "after",
  "before",
  "since",
  "till",
  "through",
  "last",
  "every",
  "plus",
  "comma",
  "number",
  "code",
  "dot",
  "dash",
  "underscore",
  "double",
  "triple",
  "apartment",
  "street name",
  "number's",
  "name's",
  "have",
  "want",
  "need",
  "be",
  "these",
  "where",
];

/** Fillers with which a caller holds the floor. */
export const fillerWords: readonly string[] = [
  ...hesitations,
  "hmm",
  "hm",
  "ah",
  "eh",
  "well",
  "let's",
  "lemme",
];

/** Two syllables of agreement. */
export const agreeingHum = /^mm+ hm+$/;

/** Endings that sound unfinished but are whole answers. */
export const wholeEndings: readonly string[] = [
  "(it is|i am|i do|i would|i will|i can|i have|yes i have|i want that|i would like that|that is it|it was|i could|i should|it will|like that|about it|i think so too|what is that|who is that|what is it|that would|have to|want to|like to|love to|need to|i was|we are|they are|of course|what for|come in|they were|we do|i am in|come on|hold on|going on|move on|log in) $",
  "wrong number $",
  "(it|that|this|them|those|these) $",
];

/** Words that stand for the beginning of a sentence, and never for the whole of it. */
export const hangingContractions =
  /^(?:i'm|i've|i'd|i'll|it's|he's|she's|we're|we've|you're|they're|there's)$/;

/** Words behind an answer that only round it off. */
export const rounding: ReadonlySet<string> = new Set([
  "please",
  "today",
  "now",
  "then",
  "thanks",
  "actually",
]);

/** Where a complaint is felt. */
export const whereItIs =
  /^(?:in|on|down|around|behind|under) (?:my|the|his|her|both(?: my)?) (?:(?:left|right|lower|upper|big|little|whole) )*[a-z]+$/;

/** Saying that there is nothing to tell. */
export const declined =
  /^(?:(?:no|well|sorry|actually|oh|please|let's|just|i'd like to|can we|can i|we can) )*(?:i (?:don't|do not|haven't got|didn't bring|can't find) (?:have |use |got )?(?:one|it|that|any|them|an? [a-z-]+|e-?mail|insurance)(?: (?:with me|here|on me|at all|right now|sorry))*|(?:there is|there's) (?:none|no [a-z-]+)|skip(?: it| that| this)?|none|no (?:thanks|thank you|e-?mail|group|group number)|i'?(?:d| would) rather not(?: say)?)(?: (?:please|thanks|thank you|for now|today|then))*$/;

/** Leaving the choice to us. */
export const indifferent =
  /^(?:(?:i|it|that|oh|well|really|to me) )*(?:any(?:one| one|body|time| time| day| doctor| of them)?(?: (?:is|would be|works) (?:fine|good|okay|ok|great))?|no preference|(?:doesn't|does not|don't|do not) (?:matter|care|mind)|whoever|whenever|whichever|either(?: one)?(?: is fine)?|as soon as possible|first available|you (?:choose|pick))(?: (?:please|really|to me|is available))*$/;

/** "I'm a new patient", "I've been there before": the answer to whether the practice knows the caller. */
export const newOrKnown =
  /(?:^| )(?:(?:new|existing|current|returning|regular|established) (?:patient|customer|client)|(?:already|not) a (?:patient|customer|client)|(?:been|come|seen) (?:(?:there|here|in|with you|to you|to (?:you|your|the|this) (?:clinic|office|practice|shop)) )?before|never been (?:there|here|in|seen)(?: before)?|(?:my|the|our|a) first (?:time|visit)|^first (?:time|visit)|haven't been (?:there|here|in|seen)(?: before)?|(?:i'm|i am|we're|we are) new)(?: (?:please|here|there|to you|today|actually|of yours|with you))*$/;

/** "I have a sore …", "could you …", "six out …", "and then …": what it is, or what is wanted, comes next. In the long form. */
export const halfSaid =
  /\b(?:(?:a|an|the|my|some) (?:sore|bad|really|very|pretty|kind of|terrible|severe|sharp|mild|constant)|(?:could|can|would|will|may) (?:you|i|we)|(?:could|can|would|will) you please|(?:\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten) out(?: of)?|and then)$/;
/** "I'm not …", "I've got …": sure, or what, except where a yes or no is asked. In the long form. */
export const halfAnswered =
  /\b(?:(?:i|we) (?:am|are|do|have|can|could|would) not(?: really)?|(?:i|we) have(?: got)?)$/;

/** Last words of "no, sorry", "wait" and "wait, I made a mistake": the caller is about to put something right. */
export const announcesMore: ReadonlySet<string> = new Set(["sorry", "mistake", "wait"]);
