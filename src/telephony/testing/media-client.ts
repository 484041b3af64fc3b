import { type ClientOptions, WebSocket } from "ws";

export interface ReceivedMessage {
  readonly event: string;
  readonly media?: { readonly payload: string };
  readonly mark?: { readonly name: string };
}

/** The far end of a media stream, for tests. */
export class MediaClient {
  readonly socket: WebSocket;
  readonly received: ReceivedMessage[] = [];
  closed: { code: number; reason: string } | null = null;
  echoesMarks = false;
  #wake: (() => void)[] = [];

  constructor(url: string, headers: Record<string, string> = {}, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, { headers, ...options });
    this.socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as ReceivedMessage;
      this.received.push(message);
      if (message.event === "mark" && this.echoesMarks) this.tell(message);
      this.#rouse();
    });
    this.socket.on("close", (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.#rouse();
    });
    this.socket.on("error", () => {});
  }

  /** Resolves with true when the socket is open, with the HTTP status when it was refused. */
  opened(): Promise<true | number> {
    if (this.socket.readyState === WebSocket.OPEN) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.socket.once("open", () => resolve(true));
      this.socket.once("unexpected-response", (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
    });
  }

  tell(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  start(start: Record<string, unknown> = {}): void {
    this.tell({ event: "start", start });
  }

  audio(bytes: number, value = 0xff): void {
    const payload = Buffer.alloc(bytes, value).toString("base64");
    this.tell({ event: "media", media: { payload } });
  }

  count(event: string): number {
    return this.received.filter((message) => message.event === event).length;
  }

  /** Bytes of audio that came. */
  get heardBytes(): number {
    return this.received.reduce(
      (sum, { media }) => sum + Buffer.from(media?.payload ?? "", "base64").length,
      0,
    );
  }

  /** Resolves when it has become true; looks again at every message. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  /** Resolves when the agent has begun to sound. */
  async untilSound(): Promise<void> {
    await this.until(() => this.count("media") > 0);
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    await this.until(() => this.closed !== null);
    return this.closed as { code: number; reason: string };
  }

  #rouse(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
