import { anyOf } from "./any-of.ts";

/**
 * English words by which callers speak of an appointment that they have already. Patterns are linear and are matched against
 * lower-case words.
 */

/** What is meant when an appointment that stands already is spoken of. */
const visit =
  "(?:appointments?|bookings?|reservations?|visits?|check-?ups?|physicals?|services?|oil changes?|inspections?|drop[- ]?offs?|time slot|slot)";
const own =
  "(?:my|our|the|an?|his|her|their|that|this|an existing|existing|tomorrow's|today's|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?)";

/** "my next Tuesday appointment"; but "my son to the appointment" is about somebody's son. */
const described =
  "(?: (?!(?:to|for|at|with|in|from|before|after|on|of|and|by|until|about|off|into)\\b)[a-z']+){0,3}";

/** "my appointment", "the visit on Tuesday". */
export const existingCue = new RegExp(`\\b${own}${described} ${visit}\\b`);

/** "An oil change, an inspection" is what is wanted, and moves nothing. */
const change =
  "(?<!\\b(?:oil|fluid|coolant|filter|battery|belt|tires?|brakes?|pads?|wipers?|blades?|plugs?) )change";

const cannot = "(?:can't|cannot|can not|won't|will not|not able to|unable to|not going to|not gonna)";

/** "reschedule", "move my appointment", "come on another day instead". */
export const rescheduleCue = anyOf(
  "\\b(?:reschedul|re-schedul|postpon|rearrang|re-?book)\\w*",
  `\\b(?:move|${change}|push|shift|switch|bump|bring|put off|delay)(?:ing)? ${own}${described} ${visit}\\b`,
  `\\b${cannot}(?: be able to)? (?:make|come|get|keep|do) (?:it )?(?:to )?${own}${described} ${visit}\\b`,
  `\\b(?:move|change|switch)(?:ing)? (?:the|my) (?:time|day|date|hour) (?:of|for) ${own}${described} ${visit}\\b`,
  "\\b(?:another|a different|a new|some other) (?:time|day|date) for my\\b",
  `\\b(?:earlier|sooner|later)\\b.{0,24}\\bmy (?:[a-z']+ ){0,2}${visit}\\b`,
);

/** The same, where nothing else is open that could be moved: "I can't make it on Tuesday". */
export const barelyRescheduleCue = anyOf(
  `\\bi(?:'m| am)? ${cannot}(?: be able to)? (?:make|do|keep) (?:it|that|thursday|(?:mon|tues|wednes|fri|satur|sun)day|tomorrow|today|my|the)\\b`,
  `\\b${cannot}(?: be able to)? bring (?:it|my|the)\\b`,
  "\\b(?:come|come in|come by|bring it|bring (?:my|the) [a-z]+(?: in)?|drop it off|do it|do that) (?:in )?(?:on |at )?(?:a different|another|some other) (?:time|day|date)\\b",
  "\\b(?:come|bring|drop|do)\\b.{0,24}\\binstead\\b",
  "\\b(?:need|want|have|like|got|going|gotta|possible|way) (?:to )?(?:change|move|push|switch|shift|bump) (?:it|that|this|mine)\\b",
  "\\b(?:doesn't|does not|don't|isn't going to|is not going to|won't|will not) work\\b(?! (?:right|well|properly|at all))(?= (?:for|any ?more|out|after)|$)",
  `\\b(?:supposed|scheduled|meant|due|booked)\\b.{0,48}\\b(?:but|and) i (?:${cannot}|need to|have to|want to|got to)`,
  `\\b(?:have|had|got) (?:it|the|my|an?)\\b.{0,32}\\bbut (?:i )?(?:need|want)(?: to)? (?:another|a different|change|move)\\b`,
  `\\bmy ${visit}\\b.{0,32}\\b(?:anything|something|get in) (?:earlier|sooner|later)\\b`,
  `\\b(?:anything|something|get in) (?:earlier|sooner|later)\\b.{0,32}\\bmy ${visit}\\b`,
);

export const cancelCue = anyOf(
  `\\b(?:cancel|call off|drop|give up|get rid of|scratch)(?:l?ing)? ${own}${described} ${visit}\\b`,
  `\\b${visit} (?:that )?(?:i |we )?(?:need|want|would like|have)? ?to (?:be )?cancel`,
  `\\b(?:don't|do not|no longer|won't) need ${own}${described} ${visit}`,
);

/** The same, where nothing else is open that could be given up: "I don't need to come in any more". */
export const barelyCancelCue = anyOf(
  "\\b(?:don't|do not|no longer|won't) (?:need|have|want) to (?:come|be seen|see (?:him|her|them|the|a|anyone|anybody|you))\\b",
  "\\b(?:won't|will not|not going to|not gonna) be (?:coming|bringing|there|in|showing up)\\b",
);

/** Of the caller's own, not of any: "the next available appointment" is nobody's. */
const mine = `(?:my|our|his|her|their|tomorrow's|today's)${described} ${visit}`;

/** "confirm my appointment", "when is my appointment", "do I have an appointment". */
export const confirmCue = anyOf(
  `\\b(?:re)?confirm(?:ing)?\\b(?: [a-z']+){0,4} ${visit}\\b`,
  `\\b(?:when|what time|what day)(?: is| was|'s)?(?: [a-z']+){0,2} ${mine}\\b`,
  `\\b(?:is|was|who is|who's|who was) ${mine}(?! (?:covered|free|expensive))\\b`,
  `\\bcall(?:ing)?(?: you)?(?: back)? about (?:${mine}|(?:my|the|an?|your) (?:[a-z']+ ){0,2}(?:${visit}|reminders?))\\b`,
  `\\bi (?:already |still )?have (?:got )?an? (?:[a-z']+ ){0,2}(?:appointment|booking|reservation)\\b`,
  `\\b(?:do|did) i (?:still )?have (?:an? |any )?(?:upcoming )?${visit}\\b`,
  `\\b(?:check(?:ing)?|look(?:ing)? up|find)(?: up)?(?: on)? ${mine}\\b`,
  `\\bmake sure(?: that)? ${mine}\\b`,
  "\\bwhen (?:do|am) i (?:supposed to )?(?:come|be there|scheduled)\\b",
  "\\bam i (?:still )?(?:on for|booked|scheduled|down for|set for|expected)\\b",
  "\\b(?:do|did) you (?:still )?have me (?:down|booked|scheduled|in)\\b",
);

/** The same, where nothing else is open: "I got a text asking me to confirm", "what day was that again?" */
export const barelyConfirmCue = anyOf(
  "\\b(?:to|and|just|re|we|please|i)[ -]?confirm$",
  "\\b(?:asking|asked|told|says|said|supposed) (?:me )?to (?:call (?:and|to) )?(?:re)?confirm\\b",
  "\\bdo i (?:still )?have (?:anything|something) (?:scheduled|booked|coming up)\\b",
  "\\bdid i (?:book|schedule|make (?:it|that|my|an))\\b",
  "\\bwhat (?:day|time) (?:is|was) (?:it|that)(?: again)?$",
  "\\b(?:when|what time|what day) (?:do|should|am|is|does) (?:i|my (?:car|truck|vehicle|van))\\b.{0,24}\\b(?:drop|bring|come|be there)\\b",
);

/** "I'd like another time instead", said of a booking that is on the table. */
export const anotherTimeCue =
  /\b(?:another|a different|different|a new|new|some other|other|later|earlier) (?:time|day|date|appointment)\b|\b(?:reschedul|move|change|switch)\w*/;

/** The same, said of one that was booked just now; "another appointment" is one more then. */
export const anotherDayCue =
  /\b(?:another|a different|different|a new|some other|other|later|earlier) (?:time|day|date)\b/;

export const keepItCue = /\b(?:keep|leave) (?:it|that|my|the)\b|\bas it is\b|\bnever ?mind\b|\bneither\b/;

/** "The other one too", after one of several was dealt with. */
export const otherOneCue = /\b(?:the other|other one|the second|the rest|both|all of them)\b/;
