import type { Saying } from "../dialogue/saying.ts";
import type { OfferingRules } from "../practice/practice.ts";
import { offeringName } from "./booking-words.ts";
import { phrases } from "./en/phrases-table.ts";
import { cardinal } from "./spoken/numbers.ts";
import { fill, type Piece } from "./template.ts";
import type { WordingContext } from "./wording-context.ts";

/** "I'm sorry, a heart visit needs a referral from a doctor. I'll look for an office visit instead." */
export function renderNotEligible(
  { offering, reason, instead }: Extract<Saying, { kind: "notEligible" }>,
  { practice }: WordingContext,
): readonly Piece[] {
  const rules = practice.offerings.find(({ id }) => id === offering)?.rules;
  const visit = offeringName({ offering }, practice);
  const why = fill(phrases.notEligible[reason], {
    visit,
    ages: rules === undefined ? "" : spokenAges(rules),
  });
  if (instead === null) return why;
  const other = offeringName({ offering: instead }, practice);
  return [...why, ...fill(` ${phrases.notEligible.instead}`, { visit: other })];
}

/** `for people under eighteen`: the years of age that are taken. */
function spokenAges({ minAgeYears, maxAgeYears }: OfferingRules): string {
  const { under, from, between } = phrases.ages;
  const words = (text: string) =>
    text
      .replace("{from}", cardinal(minAgeYears ?? 0))
      .replace("{to}", cardinal(maxAgeYears ?? 0))
      .replace("{under}", cardinal((maxAgeYears ?? 0) + 1));
  return words(minAgeYears === null ? under : maxAgeYears === null ? from : between);
}
