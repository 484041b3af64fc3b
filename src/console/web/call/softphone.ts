import { FRAME_BYTES } from "../../../core/audio/audio-frame.ts";
import { decodeMulaw, encodeMulaw } from "../../../core/audio/mulaw.ts";
import loudspeakerUrl from "./loudspeaker.worklet.ts?worker&url";
import microphoneUrl from "./microphone.worklet.ts?worker&url";

export interface SoftphoneEvents {
  /** The caller's sound level, 0–1, about fifty times a second. */
  level(level: number): void;
  ended(): void;
}

/** One call from this page, over the media-stream protocol that the telephone company speaks. */
export interface Softphone {
  readonly callId: string;
  /** False when there is no microphone, or it was refused; typing and keys still work. */
  readonly hearsMicrophone: boolean;
  press(key: string): void;
  type(text: string): void;
  mute(muted: boolean): void;
  hangUp(): void;
}

interface ServerMessage {
  readonly event: string;
  readonly media?: { readonly payload: string };
  readonly mark?: { readonly name: string };
}

/** Rings the practice. Must be called from a click, or the browser keeps the loudspeaker silent. */
export async function dial(practice: string, events: SoftphoneEvents): Promise<Softphone> {
  const callId = `CA${randomHex(16)}`;
  const streamSid = `MZ${randomHex(16)}`;
  const sound = await openSound();
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/line/${practice}`);
  const send = (message: object) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  let muted = false;

  socket.onopen = () => {
    send({ event: "connected", protocol: "Call", version: "1.0.0" });
    send({ event: "start", streamSid, start: startOf(streamSid, callId) });
  };
  socket.onmessage = (message) => play(JSON.parse(String(message.data)) as ServerMessage, sound);
  socket.onclose = () => {
    void sound.close();
    events.ended();
  };
  sound.onMark = (name) => send({ event: "mark", streamSid, mark: { name } });
  sound.onFrame = (samples) => {
    events.level(muted ? 0 : peakOf(samples));
    send({ event: "media", streamSid, media: { track: "inbound", payload: toPayload(samples, muted) } });
  };

  return {
    callId,
    hearsMicrophone: sound.hearsMicrophone,
    press: (key) => send({ event: "dtmf", streamSid, dtmf: { track: "inbound_track", digit: key } }),
    type: (text) => send({ event: "typed", streamSid, text }),
    mute: (value) => {
      muted = value;
    },
    hangUp: () => {
      send({ event: "stop", streamSid, stop: { callSid: callId } });
      socket.close(1000);
    },
  };
}

function play(message: ServerMessage, sound: Sound): void {
  if (message.event === "media" && message.media) sound.play(fromPayload(message.media.payload));
  if (message.event === "mark" && message.mark) sound.mark(message.mark.name);
  if (message.event === "clear") sound.clear();
}

interface Sound {
  readonly hearsMicrophone: boolean;
  onFrame: (samples: Float32Array) => void;
  onMark: (name: string) => void;
  play(samples: Float32Array): void;
  mark(name: string): void;
  clear(): void;
  close(): Promise<void>;
}

async function openSound(): Promise<Sound> {
  const context = new AudioContext({ latencyHint: "interactive" });
  await Promise.all([
    context.audioWorklet.addModule(microphoneUrl),
    context.audioWorklet.addModule(loudspeakerUrl),
  ]);
  await context.resume();
  const loudspeaker = new AudioWorkletNode(context, "loudspeaker", { numberOfInputs: 0 });
  loudspeaker.connect(context.destination);
  const stream = await openMicrophone();
  const source = stream ? context.createMediaStreamSource(stream) : silentSource(context);
  const microphone = new AudioWorkletNode(context, "microphone", { numberOfOutputs: 0 });
  source.connect(microphone);

  const sound: Sound = {
    hearsMicrophone: stream !== null,
    onFrame: () => {},
    onMark: () => {},
    play: (samples) => loudspeaker.port.postMessage(samples, [samples.buffer]),
    mark: (name) => loudspeaker.port.postMessage(name),
    clear: () => loudspeaker.port.postMessage(null),
    close: async () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
      if (context.state !== "closed") await context.close();
    },
  };
  microphone.port.onmessage = (event: MessageEvent<Float32Array>) => sound.onFrame(event.data);
  loudspeaker.port.onmessage = (event: MessageEvent<string>) => sound.onMark(event.data);
  return sound;
}

/** The browser's echo canceller keeps the loudspeaker out of the microphone; a refusal is an expected answer. */
async function openMicrophone(): Promise<MediaStream | null> {
  try {
    const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch {
    return null;
  }
}

/** A line without a microphone still sends frames, as every telephone does. */
function silentSource(context: AudioContext): AudioNode {
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.start();
  return source;
}

function startOf(streamSid: string, callSid: string) {
  return {
    streamSid,
    callSid,
    accountSid: "AC00000000000000000000000000000000",
    tracks: ["inbound"],
    mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
    customParameters: {},
  };
}

function toPayload(samples: Float32Array, muted: boolean): string {
  const pcm = Int16Array.from(samples, (x) => (muted ? 0 : Math.max(-1, Math.min(1, x)) * 32_767));
  const bytes = new Uint8Array(FRAME_BYTES);
  encodeMulaw(pcm, bytes);
  return btoa(String.fromCharCode(...bytes));
}

function fromPayload(payload: string): Float32Array {
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const pcm = new Int16Array(bytes.length);
  decodeMulaw(bytes, pcm);
  return Float32Array.from(pcm, (sample) => sample / 32_768);
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
