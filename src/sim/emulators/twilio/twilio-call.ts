import { randomBytes } from "node:crypto";
import type { CallId } from "../../../core/values/ids.ts";
import { type MediaCall, openMediaCall } from "../../media-client.ts";
import { readTwiml, type Verb } from "./read-twiml.ts";
import { type Parameters, postWebhook, type WebhookSender } from "./signed-webhook.ts";

/** Who is at the far end of a number, and what they do when it rings. */
export type FarEnd = "person" | "machine" | "busy" | "noAnswer";

export type CallStatus =
  | "queued"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "no-answer"
  | "canceled"
  | "failed";

export interface CallPlan {
  readonly from: string;
  readonly to: string;
  readonly direction: "inbound" | "outbound-api";
  /** Asked for TwiML when the call is answered. */
  readonly voiceUrl: string;
  /** Told when the call is over; null = nobody is. */
  readonly statusUrl: string | null;
  /** Told whether a machine has answered; null = it is not found out. */
  readonly machineUrl: string | null;
  readonly farEnd: FarEnd;
}

export interface CallWorld extends WebhookSender {
  readonly accountSid: string;
  farEndOf(number: string): FarEnd;
  /** Whether each webhook is delivered twice, as one is whose first answer got lost. */
  deliversTwice(): boolean;
}

const endings: Readonly<Record<FarEnd, CallStatus>> = {
  person: "completed",
  machine: "completed",
  busy: "busy",
  noAnswer: "no-answer",
};

/** A call at the telephone company: asks for TwiML, carries it out verb by verb, and tells how it ended. */
export class TwilioCall {
  readonly sid: CallId = `CA${randomBytes(16).toString("hex")}`;
  readonly plan: CallPlan;
  /** What was said by `<Say>`, and which numbers were rung by `<Dial>`. */
  readonly said: string[] = [];
  readonly dialled: string[] = [];
  /** The media streams that it was connected to, one after the other. */
  readonly streams: MediaCall[] = [];
  status: CallStatus = "queued";
  /** Webhooks that were refused or whose TwiML could not be carried out. */
  readonly faults: string[] = [];
  readonly #world: CallWorld;
  readonly #ended = Promise.withResolvers<CallStatus>();
  #wake: (() => void)[] = [];
  /** Grows whenever the call is given other TwiML; whoever carries out the old one stops. */
  #script = 0;

  constructor(world: CallWorld, plan: CallPlan) {
    this.#world = world;
    this.plan = plan;
  }

  /** Resolves when the call is over and those who wanted to know have been told. */
  get ended(): Promise<CallStatus> {
    return this.#ended.promise;
  }

  get isOver(): boolean {
    return !["queued", "ringing", "in-progress"].includes(this.status);
  }

  /** The stream of that number, from 0, when it stands. */
  async stream(index = 0): Promise<MediaCall> {
    while (this.streams[index] === undefined)
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
      });
    return this.streams[index];
  }

  /** Rings, and does what is told when somebody answers. */
  async begin(): Promise<void> {
    this.status = "ringing";
    const { farEnd, voiceUrl } = this.plan;
    if (farEnd === "busy" || farEnd === "noAnswer") return await this.#end(endings[farEnd]);
    this.status = "in-progress";
    const answering = this.#script;
    void this.#tellWhoAnswered();
    const twiml = await this.#ask(voiceUrl);
    // It may have been given other TwiML, or be over, while it was asked for.
    if (answering === this.#script && !this.isOver) await this.run(twiml ?? "<Response/>");
  }

  /** Carries out TwiML in the place of what is being carried out. */
  async run(twiml: string): Promise<void> {
    const script = ++this.#script;
    this.#leaveStream();
    const verbs = [...this.#read(twiml)];
    while (script === this.#script) {
      const verb = verbs.shift();
      if (verb === undefined) return await this.#end("completed");
      const next = await this.#carryOut(verb);
      if (next !== null) verbs.splice(0, verbs.length, ...next);
    }
  }

  /** The far end hangs up, or an order over REST ends the call. */
  async hangUp(): Promise<void> {
    this.#script += 1;
    await this.#end("completed");
  }

  /** What follows in the place of all further verbs; null = they follow. */
  async #carryOut(verb: Verb): Promise<readonly Verb[] | null> {
    switch (verb.kind) {
      case "say":
        this.said.push(verb.text);
        return null;
      case "hangUp":
        return [];
      case "redirect":
        return this.#read((await this.#ask(verb.url)) ?? "<Response/>");
      case "stream":
        await this.#connect(verb.url, verb.parameters);
        return null;
      case "dial":
        return await this.#dial(verb.number, verb.action);
    }
  }

  async #connect(url: string, parameters: Parameters): Promise<void> {
    const wanted = { url: this.#world.route(url), from: null, parameters, callId: this.sid };
    // A stream that is refused is over at once; the verbs after it say what then.
    const line = await openMediaCall(wanted).catch(() => null);
    if (line === null) return void this.faults.push("stream refused");
    this.streams.push(line);
    for (const wake of this.#wake.splice(0)) wake();
    await line.closed;
  }

  async #dial(number: string, action: string | null): Promise<readonly Verb[] | null> {
    this.dialled.push(number);
    if (action === null) return null;
    const DialCallStatus = endings[this.#world.farEndOf(number)];
    return this.#read((await this.#ask(action, { DialCallStatus })) ?? "<Response/>");
  }

  async #tellWhoAnswered(): Promise<void> {
    const { machineUrl, farEnd } = this.plan;
    if (machineUrl === null) return;
    const AnsweredBy = farEnd === "machine" ? "machine_start" : "human";
    await this.#ask(machineUrl, { AnsweredBy, MachineDetectionDuration: "3200" });
  }

  async #end(status: CallStatus): Promise<void> {
    if (this.isOver) return;
    this.status = status;
    this.#script += 1;
    this.#leaveStream();
    if (this.plan.statusUrl !== null) await this.#ask(this.plan.statusUrl, { CallDuration: "1" });
    this.#ended.resolve(status);
  }

  #leaveStream(): void {
    this.streams.at(-1)?.hangUp();
  }

  async #ask(url: string, more: Parameters = {}): Promise<string | null> {
    const { from, to, direction } = this.plan;
    const parameters = {
      AccountSid: this.#world.accountSid,
      ApiVersion: "2010-04-01",
      CallSid: this.sid,
      CallStatus: this.status,
      Direction: direction,
      From: from,
      To: to,
      ...more,
    };
    const deliver = () =>
      postWebhook(this.#world, url, parameters).catch((error: unknown) => {
        this.faults.push((error as Error).message);
        return null;
      });
    if (this.#world.deliversTwice()) await deliver();
    return await deliver();
  }

  #read(twiml: string): readonly Verb[] {
    try {
      return readTwiml(twiml);
    } catch (error) {
      this.faults.push((error as Error).message);
      return [];
    }
  }
}
