import { join } from "node:path";
import type { TextMessenger } from "../../ports/text-messenger.ts";
import { WorldError } from "../../ports/world-error.ts";
import { exists, plainName, writeWhole } from "../whole-file.ts";

/** Writes every text to the directory as a JSON file, named after its id: a repeated text finds its file and changes nothing. */
export function fileTextMessenger(directory: string): TextMessenger {
  return {
    async send({ id, from, to, text }) {
      const path = join(directory, `${plainName(id)}.json`);
      try {
        // Revealed to be the envelope of the text, in a file that only the owner reads.
        if (!(await exists(path))) await writeWhole(path, JSON.stringify({ from, to: to.reveal(), text }));
        return "sent";
      } catch (cause) {
        throw new WorldError("text directory", "writing a text", { retryable: true, cause });
      }
    },
  };
}
