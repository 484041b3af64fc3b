import { declineCue } from "../en/cues-table.ts";
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
  read: (reader) =>
    reader.said.reply !== null || declineCue.test(reader.text.toLowerCase()) ? null : ownWords(reader, 1),
});
