import type { TaskId } from "../tasks/task.ts";
import { anyOf } from "./any-of.ts";
import { callBackCue, lateCue, messageCue, tellsMessageCue } from "./staff-cues-table.ts";
import {
  barelyCancelCue,
  barelyConfirmCue,
  barelyRescheduleCue,
  cancelCue,
  confirmCue,
  rescheduleCue,
} from "./visit-cues-table.ts";

/**
 * English words by which callers say what they want done, where the parsers' acts do not tell it apart. Patterns are linear
 * and are matched against lower-case words.
 */

/** Texts alone: whoever is tired of calls too wants neither. */
const stopTextingCue = anyOf(
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\b(?:stop|quit) (?:texting|the texts)\\b",
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\b(?:stop|quit|don't|do not|never) (?:send|sending) (?:me |us )?(?:any |any more |more |those |these |your )?text(?:s|\\b messages)\\b",
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\b(?:do not|don't|never) text (?:me|us|this number)\\b(?! back)",
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\bno more text(?:s|\\b messages)\\b",
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\b(?:don't|do not) want (?:any more |any |these |your |the |more )*text(?:s|\\b messages)\\b",
  "^(?!.*\\bcall(?:s|ing)?\\b).*\\bkeep texting me\\b",
);

const stopCallingCue = anyOf(
  "\\b(?:stop|quit) (?:calling|phoning|ringing|contacting|texting|bothering|harassing|sending me)\\b",
  "\\b(?:do not|don't|never) (?:call|phone|contact|text) (?:me|us|this number|here)\\b(?! back)",
  "\\b(?:take|remove|get) (?:me|us|my number|this number)\\b.{0,12}\\b(?:off|from|out of)\\b.{0,20}\\b(?:list|calls?|database|system)\\b",
  "\\bremove my (?:phone )?number\\b",
  "\\bdo not call list\\b",
  "\\bno more (?:calls|texts|messages|reminders?)\\b",
  "\\b(?:don't|do not) want (?:any more |any |these |your |the |more )+(?:reminder |phone |text )?(?:calls|texts|messages|reminders)\\b",
  "\\bkeep (?:calling|texting) me\\b",
  "\\b(?:never|not) want to hear from you\\b",
  "\\bopt (?:me )?out\\b",
  "\\bunsubscribe\\b",
);

const waitlistCue = anyOf(
  "\\b(?:waiting|wait|cancellation|standby|stand-by)[ -]?list\\b",
  "\\bif (?:something|anything|a time|a spot|somebody|someone|anybody|anyone|one) (?:opens|comes|cancels|frees|becomes)\\b",
  "\\b(?:in case|when|whenever|once) (?:of a cancellation|someone cancels|somebody cancels|anyone cancels|something opens|something comes)\\b",
  "\\b(?:if|when|whenever|in case) (?:there's|there is|you (?:get|have|find|see)|there are) (?:an? |any |some |anything |something )?(?:cancell?ations?|openings?|earlier|sooner)\\b",
  "\\b(?:down|list) for (?:a |any )?cancell?ations?\\b",
);

const car = "(?:car|truck|vehicle|van|suv|it|[a-z]+'s car)";

const statusCue = anyOf(
  "\\b(?:is|are|was)\\b.{0,24}\\b(?:car|truck|vehicle|van|suv)\\b.{0,12}\\b(?:ready|done|finished|fixed)\\b",
  "\\bis it (?:ready|done|finished|fixed)(?: yet)?$",
  `\\b(?:if|whether|when) (?:my |the )?${car}(?:'s| is| will be| was) (?:ready|done|finished|fixed)\\b`,
  "\\b(?:status|update|progress|news)\\b.{0,16}\\b(?:car|truck|vehicle|repair|service|van)\\b",
  "\\b(?:any|what's the|what is the) (?:news|status|word|update|progress)\\b",
  "\\b(?:when|can) (?:will|can|do|i|should)\\b.{0,12}\\bpick\\b.{0,12}\\bup\\b",
  `\\bget my ${car} back\\b`,
  `\\bcome (?:and )?(?:get|fetch) (?:my |the )?${car}\\b`,
  "\\bwhen will\\b.{0,24}\\b(?:ready|done|finished|fixed)\\b",
  `\\bhow (?:my|the) ${car} is\\b`,
  `\\byou have my ${car}\\b`,
  `\\bhow(?:'s| is) (?:it going with )?(?:my|the) ${car}\\b`,
  `\\bhow (?:is|are|'s) the (?:repairs?|work) (?:coming|going)\\b`,
  `\\b(?:going on|happening|up) with my ${car}\\b`,
  `\\bhow much longer\\b.{0,16}\\b${car}\\b`,
  `\\b(?:did you|have you|are you) (?:finish(?:ed)?|done|fix(?:ed)?|get to|look(?:ed)? at)\\b.{0,12}\\b${car}\\b`,
  "\\bfind out what(?:'s| is| was) wrong\\b",
  "\\b(?:have|has|did|are) (?:the|my) parts?\\b.{0,12}\\b(?:come|arrived?|in|here)\\b",
  `\\bcheck(?:ing)?(?: in)?(?: up)? on (?:my|the) ${car}\\b`,
  "\\bdropped\\b.{0,32}\\boff\\b.{0,48}\\b(?:going|ready|done|status)\\b",
);

/** "I can't make it, please cancel" – but whoever asks about a fee, or wants another time, cancels nothing yet. */
const surelyCancelCue =
  /^(?!.*\b(?:fee|policy|charge|reschedul\w*|re-?book\w*|move|another|different)\b).*\bcancel(?:ing|ling)?\b/;

/** When a cue counts: at any time, or only while nothing else is open that it could be about. */
type When = "always" | "open";

/** Earlier rows win. */
export const taskCues: readonly (readonly [task: TaskId, cue: RegExp, when: When])[] = [
  ["stopTexting", stopTextingCue, "always"],
  ["stopCalling", stopCallingCue, "always"],
  ["waitlist", waitlistCue, "always"],
  ["message", messageCue, "always"],
  ["message", tellsMessageCue, "always"],
  ["callBack", callBackCue, "always"],
  ["status", statusCue, "always"],
  ["message", lateCue, "always"],
  ["cancel", surelyCancelCue, "open"],
  ["reschedule", rescheduleCue, "always"],
  ["cancel", cancelCue, "always"],
  ["reschedule", barelyRescheduleCue, "open"],
  ["cancel", barelyCancelCue, "open"],
  ["confirm", confirmCue, "always"],
  ["confirm", barelyConfirmCue, "open"],
];

/** "I don't want to cancel my appointment." */
export const notWantedCue =
  /\b(?:don't|do not|not|never) (?:want|need|like|going|trying|calling|here)(?: you)? to (?:cancel|reschedul|change|move|leave a message)\w*(?: it| that| my [a-z]+)?/;
