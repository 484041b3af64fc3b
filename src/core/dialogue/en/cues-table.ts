import type { FieldKind } from "../../language/expectation.ts";
import type { FieldId } from "../field-ids.ts";

/**
 * English words that tell which field a value is for, where the parsers read the value alone. Patterns are linear and are
 * matched against lower-case words.
 */

/** "Group number is 4471": the identifier behind it is not the member ID. */
export const groupCue = /\bgroup\b/;
export const memberCue = /\b(?:member|id|i d|policy|subscriber|card)\b/;

/** "My name is spelled L O P E S": letters that belong to something else. */
export const notOnCardCue = /\b(?:name|e-?mail|address|street|birth|phone)\b/;

export const newPatientCue =
  /\b(?:new patient|never been (?:there|here|seen|in)|first (?:time|visit)|i am new|i'm new|haven't been (?:there|here|seen|in))\b/;
export const knownPatientCue =
  /\b(?:been (?:there|here|in|seen) before|existing patient|current patient|already a patient|regular patient|i come there|returning patient|established patient)\b/;

/** Declining what may be left out. */
export const declineCue =
  /\b(?:skip|no thanks?|no (?:particular |special |real )?reason|don't have|do not have|haven't got|don't use|not with me|rather not|without|none|left it|can't find|no email|no e-mail|no group|no insurance card)\b/;

export const noInsuranceCue =
  /\b(?:(?:don't|do not|haven't|have not) (?:really )?(?:have|got)(?: got)? (?:any |health )*(?:insurance|coverage)|no (?:health )?(?:insurance|coverage)|uninsured|without insurance|not insured)\b/;

export const anyCue =
  /\b(?:any(?:body|one| of them| doctor| one)?|no preference|doesn't matter|does not matter|don't care|do not care|don't mind|whoever|whichever|either(?: one)?|first available|no one in particular|nobody in particular|you choose|you pick|surprise me)\b/;

/** The caller says outright that there is no emergency. */
export const noEmergencyCue =
  /\b(?:(?:not|isn't|no|never) (?:really |actually )?(?:an? )?emergency|i(?:'m| am) (?:fine|ok|okay|all right|alright|safe)|not in (?:any )?danger|not right now|not now)\b/;

export const plainNoCue = /\b(?:no|nope|nah|not|negative|isn't)\b/;

/** "I'll wait while you do it", against "I'll drop it off". */
export const waitForItCue =
  /\b(?:(?:i|we)(?:'ll| will|'d like to| would like to| want to|'d rather| would rather|'d prefer to| would prefer to| can|'m going to)? (?:wait|stay|sit)|waiting|wait (?:for it|there|here|while))\b/;
export const dropOffCue =
  /\b(?:drop(?:ping)?|leav(?:e|ing)|pick (?:it |her |him )?up later|not wait|don't wait|won't wait|can't wait)\b/;

/** How most callers say the one and the other. */
export const waitingForms: readonly string[] = [
  "I'll wait",
  "I'll wait for it",
  "I'd like to wait",
  "I'll wait there",
];
export const dropOffForms: readonly string[] = [
  "I'll drop it off",
  "I'd like to drop it off",
  "I'll leave it",
  "I'll leave it there",
  "drop it off",
];

export const laterCue = /\blater\b/;
export const earlierCue = /\b(?:earlier|sooner)\b/;
/** "The later one" is one of those on the table. */
export const ofTheOffersCue = /\bthe (?:earlier|later|sooner)\b/;
export const nextWeekCue = /\bnext week\b/;
export const sameDayCue =
  /\b(?:(?:in|on) the day|(?:that|the same|same) day|in the (?:morning|afternoon|evening)|hours?)\b/;

export const languageCues: readonly (readonly [code: string, cue: RegExp])[] = [
  ["es", /\b(?:spanish|español|espanol)\b/],
  ["zh", /\b(?:chinese|mandarin|cantonese)\b/],
  ["hi", /\bhindi\b/],
  ["gu", /\bgujarati\b/],
  ["vi", /\bvietnamese\b/],
  ["ru", /\brussian\b/],
];

/** Words before a name that make it a doctor's: "see garcia", "doctor garcia". */
export const doctorCue = /\b(?:dr|doctor|doc|with|see|seeing|prefer|want)\.?$/;

/** "Actually", "sorry, I mean": what follows replaces what was said before. */
export const amendCue =
  /\b(?:actually|(?:oh|no) wait|i mean|i meant|sorry|correction|rather|instead|should be|supposed to be|wrong)\b/;

/** How callers name what they want changed, with the kind of answer that the parsers call it. */
export const fieldCues: readonly (readonly [field: FieldId, cue: RegExp, kind: FieldKind])[] = [
  ["dateOfBirth", /\b(?:date of birth|birth ?date|birthday|dob|born)\b/, "dateOfBirth"],
  ["phone", /\b(?:phone|telephone|number you have|cell|mobile|call ?back number)\b/, "phone"],
  ["email", /\b(?:e-?mail)\b/, "email"],
  ["groupNumber", /\bgroup\b/, "identifier"],
  ["memberId", /\b(?:member|policy|subscriber|id number|insurance (?:id|number))\b/, "identifier"],
  ["payer", /\b(?:insurance|payer|coverage|plan)\b/, "payer"],
  ["address", /\b(?:address|street|zip|city)\b/, "address"],
  ["name", /\b(?:name|spelling|spelled)\b/, "name"],
  ["vin", /\b(?:vin|v i n|v\.i\.n|vehicle (?:identification )?number)\b/, "vin"],
  ["complaint", /\b(?:reason|complaint|problem|symptoms?)\b/, "complaint"],
  ["doctor", /\b(?:doctor|physician)\b/, "choice"],
  ["time", /\b(?:time|day|date|appointment|hour|when)\b/, "time"],
];

/** What takes an earlier answer back, at the beginning of the new one. */
export const takenBackCue = /^(?:(?:no|nope|sorry|wait|actually)\b[\s,]*)+/i;

/** What callers say around the time that they choose. */
export const choosingWords: ReadonlySet<string> = new Set(
  "i i'd i'll we we'd we'll would will like love rather prefer want take have do go with for meant mean said say the that that's it it's is one let's make how about then instead just please thanks thank you um uh oh well yes okay ok better best fine good great works".split(
    " ",
  ),
);

/** Whoever asked for a moment is there again; an "okay" is no answer then. */
export const backCue =
  /^(?:(?:okay|ok|alright|all right|right|so|now|well|hello|hi|hey|yes|yeah|thanks|thank you|sorry(?: about that)?|(?:i'm|i am) (?:back|here|there|ready)|(?:i|i've|i have) (?:got|found|have) (?:it|them|my card|the card)(?: now| here)?|here (?:i am|it is))(?:[ ,.!]+|$))*(?:okay|ok|alright|all right|hello|(?:i'm|i am) (?:back|here|there|ready)|(?:i|i've|i have) (?:got|found|have) (?:it|them|my card|the card)(?: now| here)?|here (?:i am|it is))[.! ]*$/;

/** To "am I speaking with Maria?", however it goes on. */
export const thisIsMeCue =
  /^(?:(?:hi|hello|oh|um|uh|good (?:morning|afternoon|evening))[ ,]+)*(?:yes|yeah|yep|yup|correct|that's (?:right|me)|speaking|this is (?:she|he|her|him|me)|it is|it's me)\b/;
export const notMeCue = /^(?:(?:hi|hello|oh|um|uh)[ ,]+)*(?:no|nope)\b/;

/** Takes leave and means nothing else; what goes on behind it was hardly a bye. */
export const byeCue =
  /\b(?:good ?bye|bye(?: bye)?|hang(?:ing)? up|see you|have a (?:nice|good|great|lovely)|take care|talk to you|got to go|gotta go|have to go)(?: (?:now|then|thanks|thank you|day|one|evening|weekend|later|soon|tomorrow|there))*$/;

/** "Okay, thanks, bye." */
export const endsWithByeCue = /\b(?:good ?bye|bye|bye bye)$/;

/** Says that an answer is whole; only after our own "anything else?" does it take leave. */
export const thatIsItCue =
  /^(?:(?:okay|ok|yes|yeah|no)[ ,.]*)?that(?:'s| is| will be|'ll be) (?:it|all|everything)\b(?!.*\bbye\b)/;
