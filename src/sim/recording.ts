import { BYTES_PER_MS, FRAME_BYTES, FRAME_MS, MULAW_SILENCE } from "../core/audio/audio-frame.ts";
import { stereoWavOf } from "../speech/wav.ts";
import type { MediaCall } from "./media-client.ts";

/** Both sides of a call as a stereo WAV file in mu-law: the caller left, the agent right, as they were on the wire. */
export function recordingOf({ sent, playback }: Pick<MediaCall, "sent" | "playback">): Uint8Array {
  const lastPlayed = playback.frames.at(-1);
  const playedMs = lastPlayed === undefined ? 0 : lastPlayed.atMs + FRAME_MS - sent.startedMs;
  const length = Math.max(sent.frames.length * FRAME_BYTES, Math.ceil(playedMs * BYTES_PER_MS));
  const stereo = new Uint8Array(length * 2).fill(MULAW_SILENCE);
  for (const [index, frame] of sent.frames.entries()) place(stereo, frame, index * FRAME_BYTES, 0);
  for (const { atMs, sound } of playback.frames)
    place(stereo, sound, Math.round((atMs - sent.startedMs) * BYTES_PER_MS), 1);
  return stereoWavOf(stereo);
}

function place(stereo: Uint8Array, sound: Uint8Array, at: number, channel: 0 | 1): void {
  for (const [index, byte] of sound.entries()) if (at + index >= 0) stereo[(at + index) * 2 + channel] = byte;
}
