/**
 * English words by which callers say whether they have been referred. Patterns are linear and are matched against lower-case
 * words. "I need a referral" says neither.
 */
export const referralCue =
  /\b(?:(?:have|got|with) (?:a|my|the|his|her) referral|(?:was|were|been|am|i'm|got) referred|(?:doctor|dr\.?|physician|he|she|they)(?: has| have)? (?:referred|sent) (?:me|us|him|her))\b/;

export const noReferralCue =
  /\b(?:(?:don't|do not|didn't|haven't|have not|doesn't) (?:have|got|get|need)(?: a| any| one)? ?referral|no referral|(?:not|never|wasn't|haven't)(?: been)? referred|without (?:a |any )?referral|(?:doctor|he|she|they) (?:didn't|hasn't|haven't) (?:refer|referred))\b/;
