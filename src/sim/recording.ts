import { BYTES_PER_MS, FRAME_BYTES, FRAME_MS, mulawSilence } from "../core/audio/audio-frame.ts";
import type { MediaCall } from "./media-client.ts";

const MULAW = 7;

/** Both sides of a call as a stereo WAV file in mu-law: the caller left, the agent right, as they were on the wire. */
export function recordingOf({ sent, playback }: Pick<MediaCall, "sent" | "playback">): Uint8Array {
  const lastPlayed = playback.frames.at(-1);
  const playedMs = lastPlayed === undefined ? 0 : lastPlayed.atMs + FRAME_MS - sent.startedMs;
  const length = Math.max(sent.frames.length * FRAME_BYTES, Math.ceil(playedMs * BYTES_PER_MS));
  const stereo = new Uint8Array(length * 2).fill(mulawSilence);
  for (const [index, frame] of sent.frames.entries()) place(stereo, frame, index * FRAME_BYTES, 0);
  for (const { atMs, sound } of playback.frames)
    place(stereo, sound, Math.round((atMs - sent.startedMs) * BYTES_PER_MS), 1);
  return wav(stereo);
}

function place(stereo: Uint8Array, sound: Uint8Array, at: number, channel: 0 | 1): void {
  for (const [index, byte] of sound.entries()) if (at + index >= 0) stereo[(at + index) * 2 + channel] = byte;
}

function wav(stereo: Uint8Array): Uint8Array {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + stereo.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(MULAW, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(stereo.length, 40);
  return Buffer.concat([header, stereo]);
}
