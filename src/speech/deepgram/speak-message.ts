import { z } from "zod";
import { parsedJson } from "./parsed-json.ts";

/** What the service tells about the text that is being spoken. */
export type SpeakMessage = "flushed" | "cleared" | "refused";

/** https://developers.deepgram.com/reference/text-to-speech/speak-streaming; the warning's code goes by either name. */
const form = z.object({
  type: z.enum(["Flushed", "Cleared", "Warning", "Error"]),
  code: z.string().optional(),
  warn_code: z.string().optional(),
});

/** Null for messages about other things, which may be new ones, and for what makes no sense. */
export function speakMessage(message: string): SpeakMessage | null {
  const parsed = form.safeParse(parsedJson(message));
  if (!parsed.success) return null;
  const { type, code, warn_code } = parsed.data;
  if (type === "Flushed") return "flushed";
  if (type === "Cleared") return "cleared";
  return type === "Error" || (code ?? warn_code) === "EXCESSIVE_FLUSH" ? "refused" : null;
}
