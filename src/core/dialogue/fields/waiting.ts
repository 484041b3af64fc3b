import { dropOffCue, waitForItCue } from "../en/cues-table.ts";
import { field } from "../field.ts";

/** Whether the customer waits while it is done, or leaves the vehicle. */
export const waiting = field<boolean>({
  id: "waiting",
  asked: ["yesNo", "choice"],
  keypad: { kind: "yesNo" },
  privacy: "public",
  whenUnknown: "leave",
  readBackUpTo: 0.2,
  otherWays: ["keypad"],
  read: ({ said, text, asked }) => {
    const words = text.toLowerCase();
    const value = dropOffCue.test(words)
      ? false
      : waitForItCue.test(words)
        ? true
        : asked && said.reply !== null
          ? said.reply === "yes"
          : null;
    return value === null ? null : { value, confidence: 0.9, spans: [] };
  },
});
