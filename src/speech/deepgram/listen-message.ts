import { z } from "zod";

/** A word with its place on the audio that was sent over one connection. */
export interface TimedWord {
  readonly text: string;
  readonly startMs: number;
  readonly confidence: number;
}

/** What the service makes of a stretch of audio. `final`: it will not change any more. */
export interface ListenResults {
  readonly endMs: number;
  readonly words: readonly TimedWord[];
  readonly final: boolean;
  /** The answer to our `Finalize`. */
  readonly flushed: boolean;
}

const seconds = z.number().min(0);

/** https://developers.deepgram.com/reference/speech-to-text/listen-streaming: `Results`. */
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

/** The results in a message; null for messages about other things, which may be new ones, and for what makes no sense. */
export function listenResults(message: string): ListenResults | null {
  const parsed = resultsForm.safeParse(parsedJson(message));
  if (!parsed.success) return null;
  const { start, duration, is_final, from_finalize, channel } = parsed.data;
  const words = channel.alternatives[0]?.words ?? [];
  return {
    endMs: (start + duration) * 1000,
    final: is_final,
    flushed: from_finalize ?? false,
    words: words.map((one) => ({
      text: one.punctuated_word ?? one.word,
      startMs: one.start * 1000,
      confidence: one.confidence,
    })),
  };
}

function parsedJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
