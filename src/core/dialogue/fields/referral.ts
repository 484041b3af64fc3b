import { noReferralCue, referralCue } from "../en/referral-cues-table.ts";
import { field } from "../field.ts";

/** Whether somebody has referred them; asked only for what needs it. */
export const referral = field<boolean>({
  id: "referral",
  asked: ["yesNo"],
  keypad: { kind: "yesNo" },
  privacy: "health",
  whenUnknown: "leave",
  readBackUpTo: 0.2,
  otherWays: ["keypad"],
  read: ({ said, text, asked }) => {
    const words = text.toLowerCase();
    const value = noReferralCue.test(words)
      ? false
      : referralCue.test(words)
        ? true
        : asked && said.reply !== null
          ? said.reply === "yes"
          : null;
    return value === null ? null : { value, confidence: 0.9, spans: [] };
  },
});
