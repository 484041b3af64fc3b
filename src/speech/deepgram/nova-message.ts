import { z } from "zod";
import type { Heard, Wordless } from "./heard.ts";
import { parsedJson } from "./parsed-json.ts";

/** A second without words is a mild hint: it is also how people read numbers. */
const WORDLESS_END_OF_TURN = 0.6;

const seconds = z.number().min(0);

const resultsForm = z.object({
  type: z.literal("Results"),
  start: seconds,
  duration: seconds,
  is_final: z.boolean(),
  from_finalize: z.boolean().optional(),
  channel: z.object({
    alternatives: z
      .array(
        z.object({
          words: z.array(
            z.object({
              word: z.string(),
              punctuated_word: z.string().optional(),
              start: seconds,
              confidence: z.number().min(0).max(1),
            }),
          ),
        }),
      )
      .min(1),
  }),
});

/** https://developers.deepgram.com/reference/speech-to-text/listen-streaming: `Results`, `UtteranceEnd`. */
const form = z.discriminatedUnion("type", [
  resultsForm,
  z.object({ type: z.literal("UtteranceEnd"), last_word_end: z.number() }),
]);

/** Null for messages about other things, which may be new ones, and for what makes no sense. */
export function novaMessage(message: string): Heard | Wordless | null {
  const parsed = form.safeParse(parsedJson(message));
  if (!parsed.success) return null;
  if (parsed.data.type === "UtteranceEnd") return { kind: "wordless", endOfTurn: WORDLESS_END_OF_TURN };
  return resultsOf(parsed.data);
}

function resultsOf({
  start,
  duration,
  is_final,
  from_finalize,
  channel,
}: z.infer<typeof resultsForm>): Heard {
  const words = channel.alternatives[0]?.words ?? [];
  const [fromMs, toMs] = [start * 1000, (start + duration) * 1000];
  return {
    kind: "heard",
    fromMs,
    toMs,
    final: is_final,
    heardUpToMs: is_final ? toMs : null,
    answersFinish: from_finalize ?? false,
    endOfTurn: null,
    words: words.map((one) => ({
      text: one.punctuated_word ?? one.word,
      startMs: one.start * 1000,
      confidence: one.confidence,
    })),
  };
}
