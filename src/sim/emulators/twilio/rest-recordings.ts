import { randomBytes } from "node:crypto";
import type { EmulatedAnswer } from "../faults.ts";
import { json, notFound, refused } from "./rest-answer.ts";
import type { TwilioCall } from "./twilio-call.ts";

interface Recording {
  readonly sid: string;
  readonly call: TwilioCall;
  readonly channels: 1 | 2;
}

const WAV_HEADER_BYTES = 44;
const MULAW_FORMAT = 7;

/** Recordings of calls, which can be had once the call is over. */
export class Recordings {
  readonly #kept = new Map<string, Recording>();

  get count(): number {
    return this.#kept.size;
  }

  start(call: TwilioCall, fields: URLSearchParams): EmulatedAnswer {
    const channels = fields.get("RecordingChannels") ?? "mono";
    if (channels !== "mono" && channels !== "dual")
      return refused(400, 20001, "RecordingChannels is not valid");
    if (call.status !== "in-progress")
      return refused(400, 21220, "Requested resource is not eligible for recording");
    const sid = `RE${randomBytes(16).toString("hex")}`;
    const recording: Recording = { sid, call, channels: channels === "dual" ? 2 : 1 };
    this.#kept.set(sid, recording);
    return json(201, resourceOf(recording));
  }

  about(sid: string): EmulatedAnswer {
    const recording = this.#kept.get(sid);
    return recording === undefined ? notFound : json(200, resourceOf(recording));
  }

  sound(sid: string): EmulatedAnswer {
    const recording = this.#kept.get(sid);
    if (recording === undefined || !recording.call.isOver) return notFound;
    return { status: 200, headers: { "content-type": "audio/x-wav" }, body: wavOf(recording) };
  }

  delete(sid: string): EmulatedAnswer {
    return this.#kept.delete(sid) ? { status: 204, body: "" } : notFound;
  }
}

function resourceOf({ sid, call, channels }: Recording): object {
  return { sid, call_sid: call.sid, channels, status: call.isOver ? "completed" : "in-progress" };
}

/** What the far end said, in the first channel; the second one is silent here. */
function wavOf({ call, channels }: Recording): Uint8Array {
  const spoken = Buffer.concat(call.streams.flatMap(({ sent }) => sent.frames));
  const sound = Buffer.alloc(spoken.length * channels, 0xff);
  for (const [index, sample] of spoken.entries()) sound[index * channels] = sample;
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write("RIFF", 0);
  header.writeUInt32LE(WAV_HEADER_BYTES - 8 + sound.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(MULAW_FORMAT, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(8_000 * channels, 28);
  header.writeUInt16LE(channels, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(sound.length, 40);
  return Buffer.concat([header, sound]);
}
