import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";

const FRAME_MS = 20;
/** Nothing arrives for so long: the agent has finished and it is the caller's turn. */
const TURN_AFTER_MS = 700;
/** The server sends so many frames of a sound at once, and from then on each at least so long before its time to be played. */
const AHEAD_FRAMES = 8;
const MARGIN_MS = 60;
const silence = Buffer.alloc(160, 0xff).toString("base64");
const mediaStart = Buffer.from('{"event":"media"');

/** What the calls of a run have seen, in milliseconds. */
export interface Seen {
  /** How much later each frame came than 60 ms before its time to be played, which is the server's schedule. */
  readonly lateMs: number[];
  /** Silence inside a prompt because a frame came after its time to be played; one entry for each frame, mostly 0. */
  readonly gapInSoundMs: number[];
  /** From the last sounding frame of the caller to the first frame of the answer. */
  readonly answerMs: number[];
  framesSent: number;
  framesReceived: number;
  /** Calls that the server ended or refused. */
  closed: number;
}

export function nothingSeen(): Seen {
  return { lateMs: [], gapInSoundMs: [], answerMs: [], framesSent: 0, framesReceived: 0, closed: 0 };
}

/**
 * One call of a load: a frame at each `tick`, speech when it is the caller's turn, marks echoed when their sound has been
 * played. Cheap, so that some hundreds of them fit into a process.
 */
export class LoadCall {
  readonly #socket: WebSocket;
  readonly #speech: readonly string[];
  readonly #seen: () => Seen;
  readonly #streamSid = `MZ${randomBytes(16).toString("hex")}`;
  #frames = 0;
  #sequence = 1;
  #speechFrame = -1;
  #speechEndedMs: number | null = null;
  #inSound = false;
  /** Frames since the beginning of the sound, or since the last time that it broke off. */
  #unbroken = 0;
  #heardMs = 0;
  #playedUntilMs = 0;
  #marks: { readonly name: string; readonly atMs: number }[] = [];

  constructor(url: string, speech: readonly string[], seen: () => Seen) {
    this.#speech = speech;
    this.#seen = seen;
    this.#socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket.on("open", () => this.#start());
    this.#socket.on("message", (data: Buffer) => this.#receive(data));
    this.#socket.on("error", () => this.#socket.terminate());
    this.#socket.on("close", () => this.#seen().closed++);
  }

  /** Called every 20 ms. */
  tick(nowMs: number): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#returnMarks(nowMs);
    const waited = nowMs - this.#heardMs;
    if (waited > TURN_AFTER_MS) this.#inSound = false;
    const mayTalk = this.#speechFrame < 0 && this.#speechEndedMs === null;
    if (mayTalk && this.#heardMs > 0 && waited > TURN_AFTER_MS) this.#speechFrame = 0;
    this.#sendFrame(nowMs);
  }

  close(): void {
    this.#socket.removeAllListeners("close");
    this.#socket.close(1000);
  }

  #start(): void {
    this.#socket.send('{"event":"connected","protocol":"Call","version":"1.0.0"}');
    const start = {
      streamSid: this.#streamSid,
      callSid: `CA${randomBytes(16).toString("hex")}`,
      tracks: ["inbound"],
      mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
      customParameters: { from: "+15035550123" },
    };
    this.#socket.send(
      JSON.stringify({ event: "start", sequenceNumber: "1", streamSid: this.#streamSid, start }),
    );
  }

  #sendFrame(nowMs: number): void {
    const payload = this.#speechFrame < 0 ? silence : this.#speech[this.#speechFrame++];
    if (this.#speechFrame >= this.#speech.length) {
      this.#speechFrame = -1;
      this.#speechEndedMs = nowMs;
    }
    const timestamp = this.#frames++ * FRAME_MS;
    this.#socket.send(
      `{"event":"media","sequenceNumber":"${++this.#sequence}","media":{"track":"inbound","chunk":"${this.#frames}",` +
        `"timestamp":"${timestamp}","payload":"${payload}"},"streamSid":"${this.#streamSid}"}`,
    );
    this.#seen().framesSent++;
  }

  #receive(data: Buffer): void {
    const nowMs = performance.now();
    if (data.compare(mediaStart, 0, mediaStart.length, 0, mediaStart.length) === 0) this.#hear(nowMs);
    else this.#obey(JSON.parse(String(data)) as { event: string; mark?: { name: string } }, nowMs);
  }

  #hear(nowMs: number): void {
    const seen = this.#seen();
    seen.framesReceived++;
    if (this.#speechEndedMs !== null) {
      seen.answerMs.push(nowMs - this.#speechEndedMs);
      this.#speechEndedMs = null;
    }
    const gapMs = this.#inSound ? Math.max(0, nowMs - this.#playedUntilMs) : 0;
    if (this.#inSound) seen.gapInSoundMs.push(gapMs);
    this.#unbroken = this.#inSound && gapMs === 0 ? this.#unbroken + 1 : 1;
    const marginMs = this.#playedUntilMs - nowMs;
    if (gapMs > 0 || this.#unbroken > AHEAD_FRAMES) seen.lateMs.push(Math.max(0, MARGIN_MS - marginMs));
    this.#playedUntilMs = Math.max(nowMs, this.#playedUntilMs) + FRAME_MS;
    this.#inSound = true;
    this.#heardMs = nowMs;
  }

  #obey(message: { event: string; mark?: { name: string } }, nowMs: number): void {
    if (message.event === "mark" && message.mark) {
      this.#marks.push({ name: message.mark.name, atMs: Math.max(nowMs, this.#playedUntilMs) });
      return;
    }
    if (message.event !== "clear") return;
    this.#playedUntilMs = nowMs;
    this.#inSound = false;
    this.#marks = this.#marks.map(({ name }) => ({ name, atMs: nowMs }));
    this.#returnMarks(nowMs);
  }

  #returnMarks(nowMs: number): void {
    while (this.#marks[0] !== undefined && this.#marks[0].atMs <= nowMs) {
      const name = JSON.stringify(this.#marks.shift()?.name);
      this.#socket.send(`{"event":"mark","streamSid":"${this.#streamSid}","mark":{"name":${name}}}`);
    }
  }
}
