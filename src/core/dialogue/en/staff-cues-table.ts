import { anyOf } from "./any-of.ts";

/**
 * English words by which callers want something of the people of the practice. Patterns are linear and are matched against
 * lower-case words.
 */

/** Whoever is late on their way leaves word of it. */
export const lateCue = anyOf(
  "\\b(?:i'm|i am|we're|we are|i'll|i will|we'll|we will|going to|gonna|might) (?:be |running |run )(?:a (?:little|bit|few)(?: bit| minutes)? |(?:about )?[a-z]+ minutes )*(?:late|behind)\\b",
  "\\bstuck in traffic\\b",
  "\\b(?:i'm|i am|we're|we are) on (?:my|our) way\\b",
);

/** What somebody of the practice has to look into: whoever has it tells it; a visit is not what is asked for. */
export const staffMattersCue = anyOf(
  "\\b(?:my|our|his|her|their|the) (?:[a-z-]+ ){0,2}results?\\b",
  "\\b(?:test|lab|blood|x-?ray|scan|biopsy) results?\\b",
  "\\b(?:are|is|did|have|has) my (?:labs?|blood ?work|blood tests?|x-?rays?|scans?|biopsy)\\b.{0,16}\\b(?:back|in|ready|done)\\b",
  "\\b(?:my|the|last|this) (?:medical )?(?:bills?|statement|invoice|records)\\b",
  "\\bpharmacy\\b",
  "\\b(?:prior )?authorization\\b",
  "\\bi approve\\b",
);

/** "… an appointment to go over my results". */
export const visitWantedCue =
  /\b(?:appointment|visit|follow[ -]?up|come in|go over|discuss|see (?:the|a|my|dr|doctor|her|him|them))\b/;

const whom = "(?!me\\b|us\\b|you\\b|that\\b|it\\b)(?:(?:dr|doctor|the|my|your|a)\\.? )?[a-z']+(?: [a-z']+)?";

/** "Tell Maria that …", "let the nurse know …": the wish holds the message. */
export const tellsMessageCue = anyOf(
  `(?:^|\\b(?:can|could|would|will) you |\\bplease |\\bjust |\\b(?:need|want|like) (?:you )?to )(?:please |just )?(?:tell|inform|remind) ${whom} (?:that|i|i'm|we|we're|my|the|to|about)\\b`,
  `\\blet ${whom} know\\b`,
  "\\bpass (?:this|that|it|something) (?:on|along)\\b",
);

/** "Can I leave a message?" */
export const messageCue = anyOf(
  "\\b(?:leave|take|give|pass on|pass along|send|relay)\\b.{0,24}\\b(?:message|note|word|voice ?mail)\\b",
  "\\bmessage for\\b",
  "\\bquestion for (?:them|him|her|(?:the |my |a )?(?:nurse|doctor|dr|advisor|mechanic|technician))\\b",
  "\\bask (?:the|my|a|your|dr|doctor)\\b.{0,24}\\b(?:something|a question|about)\\b",
);

const somebody =
  "(?:someone|somebody|anyone|anybody|them|him|her|(?:dr|doctor|the|my|your|a)\\.? [a-z']+|[a-z']+)";

export const callBackCue = anyOf(
  "\\b(?:call|phone|ring) (?:me|us) back\\b",
  "\\b(?:a |request a |want a |get a |like a )call ?-?back\\b",
  "\\bcalled back\\b",
  "\\breturn(?:ing)? my call\\b",
  `\\b(?:can|could|would|will) ${somebody} (?:please )?(?:call|phone|ring) (?:me|us)\\b(?!.*\\bresults?\\b)`,
  `\\b(?:have|get|ask|want|like|need) ${somebody} (?:to )?(?:please )?(?:call|phone|ring) (?:me|us)\\b`,
  "\\bgive me a (?:call|ring|buzz)\\b",
  "(?:^|\\b(?:please|just|you|and|to) )(?:call|phone|ring) me (?:back )?(?:when|once|if|as soon as|about|later|tomorrow|today|this|on|at)\\b",
);

/** Somebody of the practice has called; why, only they know. */
export const calledByUsCue = anyOf(
  "\\b(?:got|have|had|received|missed) (?:a |an |your )(?:message|voice ?mail|missed call|phone call|call)\\b(?: [a-z]+){0,2} (?:from|by)\\b",
  "\\b(?:return|returning) (?:a|your|his|her|their|the|[a-z]+'s|dr\\.? [a-z]+'s) (?:phone )?call\\b",
  "\\b(?:someone|somebody|you|you guys) (?:just )?(?:called|phoned|rang) (?:me|us)\\b",
  "\\byou (?:left|sent) me a (?:message|voice ?mail)\\b",
);

/** Somebody is wanted on the telephone. */
export const wantedOnPhoneCue = anyOf(
  "\\b(?:speak|talk|chat|speaking|talking) (?:to|with)\\b",
  "\\b(?:put|patch) me through\\b",
  "\\b(?:connect|transfer) me\\b",
  "\\bget a ?hold of\\b",
  "\\bis (?:[a-z.']+ ){1,3}(?:there|around|free to talk|available to (?:talk|speak))(?: right now| now)?$",
);

/** Words before a name that make it the one a message is for. */
export const staffCue =
  /\b(?:for|to|tell|let|reach|dr|doctor|with|from|have|ask|get|inform|remind|is|can|could|would|will)\.?(?: the| your| my)?$/;

/** What follows is why. */
export const becauseCue = /\b(?:because|since) (?=[a-z'])/;

export const callMeCue = /\b(?:call|phone|ring) (?:me|us)?\b|\bcall ?-?back\b|\bsomebody\b|\bsomeone\b/;
