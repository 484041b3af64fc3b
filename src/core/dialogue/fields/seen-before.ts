import { knownPatientCue, newPatientCue } from "../en/cues-table.ts";
import { field } from "../field.ts";

/** Whether the practice knows the caller; decides which visits are on offer. */
export const seenBefore = field<boolean>({
  id: "seenBefore",
  asked: ["yesNo"],
  keypad: { kind: "yesNo" },
  whenUnknown: "leave",
  readBackUpTo: 0.2,
  otherWays: ["keypad"],
  read: ({ said, text, asked }) => {
    const words = text.toLowerCase();
    const value = newPatientCue.test(words)
      ? false
      : knownPatientCue.test(words)
        ? true
        : asked && said.reply !== null
          ? said.reply === "yes"
          : null;
    return value === null ? null : { value, confidence: 0.9, spans: [] };
  },
});
