import { field } from "../field.ts";
import { ownWords } from "./own-words.ts";

/** The message itself, kept as it is said. */
export const messageText = field<string>({
  id: "messageText",
  asked: [],
  privacy: "health",
  readBackUpTo: 0,
  thinkMs: 12_000,
  read: (reader) => ownWords(reader, 2),
});
