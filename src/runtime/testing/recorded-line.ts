import type { Line, LineHandler } from "../../ports/line.ts";
import { WorldError } from "../../ports/world-error.ts";

/** A line that writes down what is sent. Marks are echoed when the test says so. */
export class RecordedLine implements Line {
  readonly callId: string;
  readonly echoesMarks: boolean;
  handler: LineHandler | null = null;
  frames: Uint8Array[] = [];
  marks: string[] = [];
  clears = 0;
  transfers: string[] = [];
  transferFails = false;
  /** What happens between the order to transfer and its answer. */
  beforeTransfer: () => Promise<void> = async () => {};
  hungUp = false;
  abandoned = false;

  constructor(options: { callId?: string; echoesMarks?: boolean } = {}) {
    this.callId = options.callId ?? "CA1";
    this.echoesMarks = options.echoesMarks ?? false;
  }

  send(audio: Uint8Array): void {
    for (let at = 0; at < audio.length; at += 160) this.frames.push(audio.subarray(at, at + 160));
  }

  mark(name: string): void {
    this.marks.push(name);
  }

  clear(): void {
    this.clears++;
  }

  async transfer(to: string): Promise<void> {
    await this.beforeTransfer();
    if (this.transferFails) throw new WorldError("line", "transferring", { retryable: false });
    this.transfers.push(to);
  }

  hangUp(): void {
    this.hungUp = true;
    this.handler?.closed("ended");
  }

  abandon(): void {
    this.abandoned = true;
  }
}
