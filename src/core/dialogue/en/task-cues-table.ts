import type { TaskId } from "../tasks/task.ts";

/**
 * English words by which callers say what they want done, where the parsers' acts do not tell it apart. Patterns are linear
 * and are matched against lower-case words.
 */

/** What is meant when an appointment that stands already is spoken of. */
const visit =
  "(?:appointments?|bookings?|reservations?|visits?|check-?ups?|physicals?|services?|oil changes?|inspections?|time slot|slot)";
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

/** "reschedule", "move my appointment", "come on another day instead". */
const rescheduleCue = new RegExp(
  [
    "\\b(?:reschedul|re-schedul|postpon|rearrang|re-?book)\\w*",
    `\\b(?:move|${change}|push|shift|switch|bump|bring|put off|delay)(?:ing)? ${own}${described} ${visit}\\b`,
    `\\b(?:can't|cannot|can not|won't|not able to|unable to)(?: be able to)? (?:make|come|get|keep|do) (?:it )?(?:to )?${own}${described} ${visit}\\b`,
    `\\b(?:move|change|switch)(?:ing)? (?:the|my) (?:time|day|date|hour) (?:of|for) ${own}${described} ${visit}\\b`,
    "\\b(?:another|a different|a new|some other) (?:time|day|date) for my\\b",
  ].join("|"),
);

const cancelCue = new RegExp(
  [
    `\\b(?:cancel|call off|drop|give up|get rid of)(?:l?ing)? ${own}${described} ${visit}\\b`,
    `\\b${visit} (?:that )?(?:i |we )?(?:need|want|would like|have)? ?to (?:be )?cancel`,
    `\\b(?:don't|do not|no longer|won't) need (?:${own} )${visit}`,
  ].join("|"),
);

/** "confirm my appointment", "when is my appointment", "do I have an appointment". */
const confirmCue = new RegExp(
  [
    `\\b(?:re)?confirm(?:ing)?\\b(?: [a-z']+){0,4} ${visit}\\b`,
    `\\b(?:when|what time|what day)(?: is| was|'s)?(?: [a-z']+){0,2} my (?:next |upcoming )?${visit}\\b`,
    `\\bcall(?:ing)? about (?:my|the|an?) (?:[a-z']+ ){0,2}${visit}\\b`,
    `\\bi (?:already |still )?have (?:got )?an? (?:[a-z']+ ){0,2}(?:appointment|booking|reservation)\\b`,
    `\\b(?:do|did) i (?:still )?have (?:an? |any )?(?:upcoming )?${visit}\\b`,
    `\\b(?:check|look up|find)(?: on)? my ${visit}\\b`,
    `\\bwhen (?:do|am) i (?:supposed to )?(?:come|be there|scheduled)\\b`,
  ].join("|"),
);

/** Whoever is late on their way leaves word of it. */
export const lateCue =
  /\b(?:i'm|i am|we're|we are|i'll|i will|we'll|we will|going to|gonna|might) (?:be |running |run )(?:a (?:little|bit|few) |(?:about )?[a-z]+ minutes )*late\b/;

/** "I need my test results": whoever has them tells them; a visit is not what is asked for. */
export const resultsCue =
  /\b(?:my|our|his|her|their|the) (?:[a-z-]+ ){0,2}results?\b|\b(?:test|lab|blood|x-?ray|scan|biopsy) results?\b/;
/** "… an appointment to go over my results". */
export const visitWantedCue =
  /\b(?:appointment|visit|follow[ -]?up|come in|go over|discuss|see (?:the|a|my|dr|doctor))\b/;

/** "The other one too", after one of several was dealt with. */
export const otherOneCue = /\b(?:the other|other one|the second|the rest|both|all of them)\b/;

/** What follows is why. */
export const becauseCue = /\b(?:because|since) (?=[a-z'])/;

export const taskCues: readonly (readonly [task: TaskId, cue: RegExp])[] = [
  [
    "stopCalling",
    /\b(?:stop|quit) (?:calling|phoning|ringing|contacting|texting)\b|\b(?:do not|don't|never) (?:call|phone|contact|text) (?:me|us|this number|here)\b(?! back)|\b(?:take|remove|get) (?:me|us|my number|this number)\b.{0,12}\b(?:off|from)\b.{0,12}\b(?:list|calls?|database|system)\b|\bdo not call list\b|\bno more calls\b|\bopt (?:me )?out\b|\bunsubscribe\b/,
  ],
  [
    "waitlist",
    /\b(?:waiting|wait|cancellation|standby|stand-by)[ -]?list\b|\bif (?:something|anything|a time|a spot|somebody|someone) (?:opens|comes|cancels|frees)\b|\b(?:in case|when) (?:of a cancellation|someone cancels|somebody cancels|something opens)\b/,
  ],
  [
    "message",
    /\b(?:leave|take|give|pass on|pass along|send|relay)\b.{0,24}\b(?:message|note)\b|\bmessage for\b|\bquestion for (?:the |my |a )?(?:nurse|doctor|dr|advisor|mechanic|technician)\b/,
  ],
  [
    "callBack",
    /\b(?:call|phone|ring) (?:me|us) back\b|\b(?:a |request a |want a |get a )call ?-?back\b|\breturn(?:ing)? my call\b|\bcan (?:someone|somebody) call me\b/,
  ],
  [
    "status",
    /\b(?:is|are|was)\b.{0,24}\b(?:car|truck|vehicle|van|suv)\b.{0,12}\b(?:ready|done|finished|fixed)\b|\bis it (?:ready|done|finished|fixed)(?: yet)?$|\b(?:status|update|progress)\b.{0,16}\b(?:car|truck|vehicle|repair|service|van)\b|\b(?:when|can) (?:will|can|do|i)\b.{0,12}\bpick\b.{0,12}\bup\b|\bhow(?:'s| is) my (?:car|truck|vehicle)\b/,
  ],
  ["message", lateCue],
  ["reschedule", rescheduleCue],
  ["cancel", cancelCue],
  ["confirm", confirmCue],
];

/** "I don't want to cancel my appointment." */
export const notWantedCue =
  /\b(?:don't|do not|not|never) (?:want|need|like|going|trying|calling|here)(?: you)? to (?:cancel|reschedul|change|move|leave a message)/;

/** "When is your next opening?" – asked before anything was begun. */
export const nextAvailableCue =
  /\b(?:next|first|earliest|soonest) (?:available|open|free|possible|opening|appointment|slot|time)\b|\b(?:when|what)(?: is|'s) (?:the|your) (?:next|first|earliest|soonest)\b|\bhow soon (?:can|could|are)\b/;

/** "I'd like another time instead", said of a booking that is on the table. */
export const anotherTimeCue =
  /\b(?:another|a different|different|a new|new|some other|other|later|earlier) (?:time|day|date|appointment)\b|\b(?:reschedul|move|change|switch)\w*/;

/** The same, said of one that was booked just now; "another appointment" is one more then. */
export const anotherDayCue =
  /\b(?:another|a different|different|a new|some other|other|later|earlier) (?:time|day|date)\b/;

export const keepItCue = /\b(?:keep|leave) (?:it|that|my|the)\b|\bas it is\b|\bnever ?mind\b|\bneither\b/;

export const callMeCue = /\b(?:call|phone|ring) (?:me|us)?\b|\bcall ?-?back\b|\bsomebody\b|\bsomeone\b/;

export const wrongNumberCue = /\bwrong (?:number|place|office|clinic|doctor|person)\b/;

/** Words before a name that make it the one a message is for. */
export const staffCue = /\b(?:for|to|tell|let|reach|dr|doctor|with)\.?(?: the| your)?$/;

export const offeredCue =
  /\bwhat (?:kinds? of |types? of |sorts? of )?(?:services?|visits?|appointments?|treatments?|things?)\b.{0,12}\b(?:do|can|are)\b|\bwhat (?:do|can) you (?:offer|do there|treat)\b/;
