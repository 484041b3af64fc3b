import { anyOf } from "./any-of.ts";

/**
 * English words by which callers ask about the practice itself, where the parsers' topics do not tell it. Patterns are linear
 * and are matched against lower-case words.
 */

export const wrongNumberCue = anyOf(
  "\\bwrong (?:number|place|office|clinic|doctor|person|shop|garage)\\b",
  "\\b(?:dialed|called|dialled) (?:you )?(?:by (?:accident|mistake)|the wrong)\\b",
  "\\b(?:misdialed|misdialled|pocket dial\\w*|butt dial\\w*)\\b",
);

/** "Is this the dentist?" – whoever asks hears whom they have called. */
export const whichPracticeCue = anyOf(
  "\\b(?:is|isn't) this (?:(?:the|an?|dr|doctor|your)\\.? )?(?!(?:right|good|real|recorded|covered|person|robot|machine|urgent|something|going|how|where|when|what|free|call|line|number|required|possible|okay|ok)\\b)[a-z.' ]+$",
  "\\b(?:did|have) i (?:just )?(?:reach|reached|call|called)\\b",
  "\\bam i (?:calling|through to)\\b",
  "\\bare you (?:the|an?) (?!(?:robot|machine|person|human|real|bot|computer|recording|live)\\b)[a-z' ]+$",
  "\\b(?:trying|calling|meant|want|wanted) to (?:reach|call) (?!an?\\b|in\\b|my\\b|some|you\\b|about\\b|to\\b)",
);

/** "What do you do there?" */
export const offeredCue =
  /\bwhat (?:kinds? of |types? of |sorts? of )?(?:services?|visits?|appointments?|treatments?|things?)\b.{0,12}\b(?:do|can|are)\b|\bwhat (?:do|can) you (?:offer|do there|treat)\b/;

/** "Do you do tires?" – "Can you check my tires?" is a wish. */
export const doesItCue =
  /\bdo you (?:guys |folks |also |even )?(?:do|offer|handle|fix|repair|sell|service|give|provide|work on|take care of|carry)\b(?!.*\bmy\b)/;

/** "How long does an oil change take?" */
export const howLongCue =
  /\bhow (?:long|much time)\b.{0,40}\b(?:take|takes|last|appointment|visit|be there|need|going to be|is it|is an?|is the)\b/;

const aDoctor = "(?:dr\\.?|doctor) [a-z'-]+(?: [a-z'-]+)?";
const isThere =
  "(?:works?|working|(?:in|here|there|on duty)(?= (?:today|tomorrow|tonight|this|next|on|usually|normally|again|the office)\\b|$))";

/** "When is Dr. Patel in?", "is Dr. Chen there on Fridays?" – whoever asks when they can be seen wants an opening. */
export const doctorHoursCue = anyOf(
  `\\b(?:when|what (?:days|times?|hours)|which days|is|does|will) (?:is |does |will |are )?${aDoctor} (?:be |usually |normally )?${isThere}`,
  `\\b(?:hours|schedule|days)\\b.{0,12}\\b(?:does|of|is|for) ${aDoctor}`,
  "\\b(?:dr\\.?|doctor) [a-z-]+(?: [a-z-]+)?'s (?:hours|schedule|days|working)\\b",
);

/** "Who are your doctors?" */
export const whoWorksHereCue =
  /\b(?:who|what|which|what kinds? of|what sorts? of) (?:are |is )?(?:your |the |all )?(?:doctors|physicians|providers|specialists|advisors|people)\b|\bwhat does (?:dr|doctor)\b.{0,16}\bdo\b/;
