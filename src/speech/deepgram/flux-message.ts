import { z } from "zod";
import type { Heard, Idle } from "./heard.ts";
import { parsedJson } from "./parsed-json.ts";

/** The service's own description gives some of these numbers as texts. */
const number = z.coerce.number();

/** https://developers.deepgram.com/docs/flux/force-end-turn. */
const noTurnForm = z.object({
  type: z.literal("Warning"),
  code: z.literal("FORCE_END_TURN_NO_ACTIVE_TURN"),
});

/** https://developers.deepgram.com/reference/speech-to-text/listen-flux: `TurnInfo`. */
const turnForm = z.object({
  type: z.literal("TurnInfo"),
  sequence_id: number,
  event: z.enum(["Update", "StartOfTurn", "EagerEndOfTurn", "TurnResumed", "EndOfTurn"]),
  turn_index: number,
  audio_window_start: number,
  audio_window_end: number,
  words: z.array(z.object({ word: z.string(), confidence: number, start: number.optional() })),
  end_of_turn_confidence: number,
  trigger: z.string().optional(),
});

const form = z.discriminatedUnion("type", [turnForm, noTurnForm]);

type TurnInfo = z.infer<typeof turnForm>;

/**
 * Reads the messages of one connection. Each tells all that is known of the service's own turn, so those that come twice or too late
 * are left out; the end of a turn counts whenever it comes, and once.
 */
export function fluxReader(): (message: string) => Heard | Idle | null {
  let newest = -1;
  const ended = new Set<number>();
  return (message) => {
    const parsed = form.safeParse(parsedJson(message));
    if (!parsed.success) return null;
    if (parsed.data.type === "Warning") return { kind: "idle", endOfTurn: null };
    const { event, sequence_id, turn_index } = parsed.data;
    const late = sequence_id <= newest;
    newest = Math.max(newest, sequence_id);
    if (ended.has(turn_index) || (late && event !== "EndOfTurn")) return null;
    if (event === "EndOfTurn") ended.add(turn_index);
    const heard = heardIn(parsed.data);
    // The end of the turn before is still to come, with words in it.
    return turn_index > 0 && !ended.has(turn_index - 1) ? { ...heard, heardUpToMs: null } : heard;
  };
}

function heardIn(info: TurnInfo): Heard {
  const [fromMs, toMs] = [info.audio_window_start * 1000, info.audio_window_end * 1000];
  return {
    kind: "heard",
    fromMs,
    toMs,
    words: info.words.map(({ word, confidence, start }, index) => ({
      text: word,
      confidence: within01(confidence),
      startMs: start === undefined ? spread(fromMs, toMs, index / info.words.length) : start * 1000,
    })),
    final: info.event === "EndOfTurn",
    heardUpToMs: toMs,
    answersFinish: info.trigger === "manual",
    // Between its own turns the service has nothing to say about ours.
    endOfTurn: info.words.length === 0 ? null : within01(info.end_of_turn_confidence),
  };
}

/** Words without their times are taken to fill the stretch evenly. */
function spread(fromMs: number, toMs: number, share: number): number {
  return fromMs + (toMs - fromMs) * share;
}

function within01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
