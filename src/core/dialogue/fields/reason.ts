import { declineCue } from "../en/cues-table.ts";
import { neverMindCue } from "../en/opening-cues-table.ts";
import { field } from "../field.ts";
import { ownWords } from "./own-words.ts";

/** Why an appointment is cancelled. Nobody has to say. */
export const reason = field<string>({
  id: "reason",
  asked: [],
  privacy: "health",
  whenUnknown: "leave",
  readBackUpTo: 0,
  plainTries: 1,
  read: (reader) => {
    const words = reader.text.toLowerCase();
    // "I can't come" is why, and no mere no.
    const cancels = reader.said.acts.some(({ kind }) => kind === "cancel");
    const isReply = reader.said.reply !== null && !cancels;
    const isNone = isReply || declineCue.test(words) || neverMindCue.test(words);
    return isNone ? null : ownWords(reader, 1, "cancel");
  },
});
