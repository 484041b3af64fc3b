import { expect, test } from "vitest";
import { noReferralCue, referralCue } from "../en/referral-cues-table.ts";

const phrases: readonly (readonly [told: boolean | null, phrases: readonly string[]])[] = [
  [
    true,
    ["i have a referral from dr. lee", "i was referred by my doctor", "my doctor sent me", "she referred me"],
  ],
  [
    false,
    [
      "no referral",
      "i don't have a referral",
      "i haven't been referred",
      "without a referral",
      "my doctor didn't refer me",
    ],
  ],
  [
    null,
    [
      "i need a referral",
      "can you refer me to somebody",
      "what is a referral",
      "i have to get a referral first",
    ],
  ],
];
for (const [told, all] of phrases)
  test.each(all)(`"%s" tells ${told === null ? "nothing of" : told ? "of a" : "of no"} referral`, (words) => {
    expect(noReferralCue.test(words) ? false : referralCue.test(words) ? true : null).toBe(told);
  });
