import { anyOf } from "./any-of.ts";

/**
 * English words by which callers answer "how can I help you?", where the parsers' acts do not tell it. Patterns are linear and
 * are matched against lower-case words.
 */

/** How questions begin. */
export const askingCue = /^(?:(?:hi|hello|yes|um|uh|so|and)[ ,]+)*(?:how|when|what)\b/;

/** "When is your next opening?" – asked before anything was begun. */
export const nextAvailableCue = anyOf(
  "\\b(?:next|first|earliest|soonest) (?:available|open|free|possible|opening|appointment|slot|time|thing)\\b",
  "\\b(?:when|what)(?: is|'s) (?:the|your) (?:next|first|earliest|soonest)\\b",
  "\\bhow (?:soon|quickly) (?:can|could|are|would)\\b",
  "\\bhow far out\\b",
  "\\bhow long is the wait\\b",
  "\\bwhen (?:can|could|would|might) (?:i|we|you|he|she|they|(?:dr|doctor|the)\\.? [a-z]+(?: [a-z]+)?) (?:come|see|get in|get me in|fit me|take me|bring|be seen|have me)\\b",
  "\\bwhen (?:do|would|are|is) (?:you|there|they) (?:have |got )?(?:something|anything|any|an|free|available)\\b",
  "\\bwhat (?:times|days|openings|appointments|slots) (?:do|are|have|is)\\b",
  "\\bwhat (?:do you have|have you got)\\b.{0,12}\\b(?:available|free|open|coming up)\\b",
  "\\bwhat(?:'s| is) available\\b",
  "\\bavailability\\b",
);

/** A visit is wanted, in words that the parsers' act does not know. */
export const visitWishCue = anyOf(
  "\\b(?:come|get|go) in (?:and|to) (?:see|be|get|have|talk)\\b",
  "\\b(?:need|want|like|looking for|find|searching for|see) (?:a|an|some|my) (?:[a-z-]+ ){0,2}(?:doctor|physician|provider|specialist)\\b",
  "\\bhow (?:do|can|would|should) (?:i|we) (?:get|make|book|schedule|set up) (?:an?|my)\\b",
  "\\bto get an appointment\\b",
  "\\bmissed (?:my|the|our) (?:[a-z]+ )?(?:appointment|visit|service)\\b",
);

/** Between two wishes in one breath. */
export const clauseBreak = /[,.;]? (?:and(?: then)?(?: also)?|also|then|plus)\b|[.;!?] /;

/** A new visit, as one of several wishes. */
export const bookingCue =
  /\b(?:book|make|schedule|get|set up|need|want|like) (?:an?|another|a new) (?:[a-z]+ ){0,2}(?:appointment|visit|checkup|physical|service|oil change|inspection|flu shot)\b/;

const excuse = "^(?:(?:oh|um|uh|sorry|actually|no|okay|ok|wait|you know what)[ ,]+)*";

/** What was wanted is not wanted any more. */
export const neverMindCue = anyOf(`${excuse}(?:never ?mind|forget (?:it|about it)|don't worry about it)\\b`);

/** "Nothing, thanks", said to "how can I help you?" */
export const nothingCue = anyOf(
  `${excuse}(?:never ?mind|forget (?:it|about it)|nothing|it's nothing|i'm good)\\b`,
);
