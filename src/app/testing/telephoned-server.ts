import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { LiveMessage } from "../../console/live-message.ts";
import { HeardSoFar } from "../../sim/heard-so-far.ts";
import { watchLive } from "../../sim/live-watch.ts";
import { mediaBase } from "../../sim/media-base.ts";
import { MediaClient } from "../../telephony/testing/media-client.ts";
import { tokenOf } from "../../telephony/testing/test-exchange.ts";
import type { Death, MortalOrder } from "./mortal-server.ts";

/** A server in another process, and the telephone company that connects calls to it. */
export class TelephonedServer implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #url: string;
  #lines = 0;

  static async start(settings: Record<string, string>, death?: Death): Promise<TelephonedServer> {
    const program = join(import.meta.dirname, "mortal-server.ts");
    const env = { ...process.env, ...settings, PORT: "0", LOG_LEVEL: "error" };
    const child = fork(program, death === undefined ? [] : [death], { env, execArgv: [] });
    const { url } = await new Promise<{ url: string }>((resolve, reject) => {
      child.once("message", (message) => resolve(message as { url: string }));
      child.once("exit", (code) => reject(new Error(`The server ended at once, with ${code}.`)));
    });
    return new TelephonedServer(child, url);
  }

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.#url = url;
  }

  tell(order: MortalOrder): void {
    this.#process.send(order);
  }

  /** Resolves with the signal that ended it, null when it ended by itself. */
  get gone(): Promise<string | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null)
      return Promise.resolve(this.#process.signalCode);
    return new Promise((resolve) => this.#process.once("exit", (_code, signal) => resolve(signal)));
  }

  /** What has been measured so far, in Prometheus' text format. */
  async metrics(): Promise<string> {
    return (await fetch(new URL("/metrics", this.#url))).text();
  }

  async stop(): Promise<void> {
    if (this.#process.connected) this.tell({ kind: "stop" });
    await this.gone;
  }

  /** Leaves no process behind, whatever became of the test. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.gone;
  }

  /** Connects a call by `/twilio/voice`, or again by the recovery verb, `/twilio/resume`. */
  async connect(path: "/twilio/voice" | "/twilio/resume", callSid: string, from: string) {
    const form = { CallSid: callSid, From: from, To: "+15035550100", Direction: "inbound" };
    const response = await fetch(new URL(path, this.#url), {
      method: "POST",
      body: new URLSearchParams(form),
    });
    const token = tokenOf(await response.text());
    const base = mediaBase(this.#url);
    const client = new MediaClient(`${base}/twilio/media`);
    await client.opened();
    const call = new TelephonedCall(this, { line: this.#lines++, client, base, callSid });
    client.echoesMarks = true;
    client.start({ callSid, streamSid: "MZ1", customParameters: { token } });
    return call;
  }
}

/** A call to such a server: what is said goes straight into its ears, what is heard comes from its live feed. */
export class TelephonedCall {
  readonly heard = new HeardSoFar();
  /** Purposes of everything that the agent has said. */
  readonly purposes: string[] = [];
  readonly #server: TelephonedServer;
  readonly #line: number;
  readonly #client: MediaClient;
  #over = false;
  #wake: () => void = () => {};

  constructor(
    server: TelephonedServer,
    stream: { line: number; client: MediaClient; base: string; callSid: string },
  ) {
    this.#server = server;
    this.#line = stream.line;
    this.#client = stream.client;
    const unwatch = watchLive(stream.base, stream.callSid, (message) => this.#take(message));
    void server.gone.then(() => {
      unwatch();
      this.#over = true;
      this.#wake();
    });
  }

  say(text: string): void {
    this.heard.answered();
    this.#server.tell({ kind: "hear", line: this.#line, text });
  }

  async hangUp(): Promise<void> {
    this.#client.tell({ event: "stop" });
    await this.#client.untilClosed();
  }

  /** Until the agent has said everything and waits; false when the call or its server has ended. */
  async untilMyTurn(): Promise<boolean> {
    await this.#until(() => this.heard.prompts.length > 0 && !this.heard.talking);
    return !this.#isOver;
  }

  /** Until the agent says more than it has said. */
  async untilSomethingNew(): Promise<void> {
    const known = this.heard.prompts.length;
    await this.#until(() => this.heard.prompts.length > known);
  }

  get #isOver(): boolean {
    return this.#over || this.heard.ended !== null;
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (!this.#isOver && !isTrue())
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  #take(message: LiveMessage): void {
    this.heard.take(message);
    if (message.kind === "saying") this.purposes.push(message.purpose);
    this.#wake();
  }
}
