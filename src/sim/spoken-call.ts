import { setTimeout as pause } from "node:timers/promises";
import type { LiveMessage } from "../console/live-message.ts";
import type { CallId } from "../core/values/ids.ts";
import { type AsideOutcome, asideOutcome } from "./aside-outcome.ts";
import type { TurnReport } from "./call-report.ts";
import type { Caller } from "./caller.ts";
import { type CallerMind, openMind } from "./caller-mind.ts";
import { HeardSoFar } from "./heard-so-far.ts";
import type { LineEffects } from "./line-effects.ts";
import { watchLive } from "./live-watch.ts";
import { type MediaCall, openMediaCall } from "./media-client.ts";
import { type Random, seededRandom } from "./random.ts";
import { plainSpokenManners, type SpokenManners } from "./spoken-manners.ts";
import { SpokenMouth, type Utterance, type UtteredAside } from "./spoken-mouth.ts";
import { isQuestion } from "./topic.ts";
import { TurnLog } from "./turn-log.ts";
import type { Voices } from "./voices/voices.ts";

export interface SpokenCallOptions {
  readonly caller: Caller;
  /** `ws://host:port` of a server. */
  readonly base: string;
  readonly voices: Voices;
  readonly voice: string;
  readonly seed: number;
  /** The day of the call in the practice's zone. */
  readonly today: Temporal.PlainDate;
  readonly effects?: LineEffects;
  /** How the caller behaves on the line; as the caller's habits have it when left out. */
  readonly manners?: SpokenManners;
  /** Decides instead of the caller's own mind. */
  readonly mind?: CallerMind;
  /** Types the answers into the call instead of speaking them; keys stay keys. */
  readonly typed?: boolean;
  /** How the server is reached, when not by its open line. */
  readonly ring?: () => Promise<MediaCall>;
  /** Called for each thing worth showing, as it happens. */
  readonly onMessage?: (message: LiveMessage) => void;
  /** The caller opens their mouth, or presses keys, shown in brackets. */
  readonly onSaying?: (text: string) => void;
  readonly onTurn?: (turn: TurnReport) => void;
}

/** Something that the caller said into the agent's words without wanting the floor. */
export interface Aside {
  readonly kind: "backChannel" | "cough";
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: AsideOutcome;
}

/** What happened, before it is held against the database. */
export interface SpokenCall {
  readonly callId: CallId;
  readonly turns: readonly TurnReport[];
  readonly asides: readonly Aside[];
  readonly messages: readonly LiveMessage[];
  readonly confirmation: string | null;
  /** Why the call ended, as the agent gives it, or how the line was closed. */
  readonly ended: string;
  readonly seconds: number;
  readonly knows: CallerMind["knows"];
  /** The caller hung up in despair, and why. */
  readonly gaveUp: "impatient" | "nothingHeard" | "tooLong" | null;
  readonly call: MediaCall;
}

/** Someone who interrupts lets the agent say so much of a question. */
const INTERRUPTS_AFTER_MS = 1200;
/** Sound that has stopped for so long, although the agent has not said that it finished, was cut off. */
const CUT_OFF_AFTER_MS = 1500;
const PATIENCE_MS = 40_000;
const LONGEST_CALL_MS = 10 * 60_000;
const LOOK_EVERY_MS = 20;

/** Telephones a server as `caller` and talks until one of the two hangs up. Rejects when the line cannot be opened. */
export async function callSpoken(options: SpokenCallOptions): Promise<SpokenCall> {
  const call = await (options.ring ?? (() => ringOpenLine(options)))();
  return new SpokenRun(options, call).run();
}

function ringOpenLine({ base, caller, effects }: SpokenCallOptions): Promise<MediaCall> {
  const url = `${base}/line/${caller.practice}`;
  return openMediaCall({ url, from: caller.truth.phone, ...(effects === undefined ? {} : { effects }) });
}

class SpokenRun {
  readonly #options: SpokenCallOptions;
  readonly #manners: SpokenManners;
  readonly #call: MediaCall;
  readonly #heard = new HeardSoFar();
  readonly #messages: LiveMessage[] = [];
  readonly #asides: UtteredAside[] = [];
  readonly #mouth: SpokenMouth;
  readonly #log: TurnLog;
  readonly #random: Random;
  readonly #mind: CallerMind;
  readonly #startedMs = performance.now();
  #lastChangeMs = performance.now();
  /** The end of the caller's last words. */
  #answeredMs = 0;
  #closed = false;
  #closedWith = "";

  constructor(options: SpokenCallOptions, call: MediaCall) {
    const { caller, today } = options;
    this.#options = options;
    this.#manners = options.manners ?? { ...plainSpokenManners, interrupts: caller.habits.interrupts };
    this.#call = call;
    this.#log = new TurnLog(call.playback, this.#heard, () => call.sent.startedMs);
    this.#random = seededRandom(options.seed);
    const { voices, voice, typed = false } = options;
    this.#mouth = new SpokenMouth({
      call,
      voices,
      voice,
      typed,
      random: this.#random,
      manners: this.#manners,
    });
    this.#mind = options.mind ?? openMind(caller, this.#random, today);
  }

  async run(): Promise<SpokenCall> {
    const unwatch = watchLive(this.#options.base, this.#call.callId, (message) => this.#take(message));
    void this.#call.closed.then((why) => {
      this.#closed = true;
      this.#closedWith = why;
    });
    const gaveUp = await this.#converse();
    this.#call.hangUp();
    await this.#call.closed;
    await pause(200); // the feed tells the end, and a booking that was under way, after the line is closed
    unwatch();
    this.#mind.overhear(this.#heard.finished);
    this.#closeTurn();
    return {
      callId: this.#call.callId,
      turns: this.#log.turns,
      asides: this.#asidesWithOutcome(),
      messages: this.#messages,
      confirmation: this.#heard.confirmation,
      ended: this.#heard.ended ?? `line closed: ${this.#closedWith}`,
      seconds: (performance.now() - this.#startedMs) / 1000,
      knows: this.#mind.knows,
      gaveUp,
      call: this.#call,
    };
  }

  #take(message: LiveMessage): void {
    this.#lastChangeMs = performance.now();
    this.#heard.take(message);
    this.#messages.push(message);
    this.#options.onMessage?.(message);
    if (message.kind !== "saying") return;
    const { backChannels, coughs } = this.#manners;
    if (this.#random.chance(backChannels)) void this.#sayAside("backChannel");
    else if (this.#random.chance(coughs)) void this.#sayAside("cough");
  }

  /** Listens and answers until the call is over. Returns why the caller gave up, if so. */
  async #converse(): Promise<SpokenCall["gaveUp"]> {
    while (!this.#closed) {
      const waited = await this.#untilMyTurn();
      if (waited === "closed") return null;
      if (waited !== "myTurn") return waited;
      const { prompts, begun } = this.#heard;
      const action = this.#mind.react(prompts);
      if (action.kind === "hangUp") return action.why === "gaveUp" ? "impatient" : null;
      if (action.kind === "listen") await this.#untilSomethingNew(begun);
      else await this.#answer(action);
    }
    return null;
  }

  /** Until the agent has said everything and the caller has gathered their thoughts. */
  async #untilMyTurn(): Promise<"myTurn" | "closed" | "nothingHeard" | "tooLong"> {
    const reactionMs = this.#random.between(...this.#manners.reactionMs);
    const interrupts = this.#random.chance(this.#manners.interrupts);
    while (!this.#closed) {
      const nowMs = performance.now();
      if (interrupts && !this.#mouth.speaking && this.#isBeingAsked(nowMs)) return "myTurn";
      if (nowMs - this.#startedMs > LONGEST_CALL_MS) return "tooLong";
      const quietMs = nowMs - Math.max(this.#call.playback.playedUntilMs, this.#lastChangeMs);
      const heardAll = !this.#heard.talking ? reactionMs : CUT_OFF_AFTER_MS;
      if (this.#heard.prompts.length > 0 && quietMs >= heardAll) return "myTurn";
      if (quietMs > PATIENCE_MS) return "nothingHeard";
      await pause(LOOK_EVERY_MS);
    }
    return "closed";
  }

  /** A question has been under way for long enough to know what it is about. */
  #isBeingAsked(nowMs: number): boolean {
    const asks = isQuestion(this.#heard.prompts.at(-1)?.purpose ?? "");
    const beganMs = this.#call.playback.firstAudibleMs(this.#answeredMs);
    return asks && beganMs !== null && nowMs - beganMs > INTERRUPTS_AFTER_MS;
  }

  async #untilSomethingNew(known: number): Promise<void> {
    const sinceMs = performance.now();
    while (!this.#closed && this.#heard.begun === known && performance.now() - sinceMs < PATIENCE_MS)
      await pause(LOOK_EVERY_MS);
  }

  /** Notes what was said into the agent's words, if it was. */
  async #sayAside(kind: Aside["kind"]): Promise<void> {
    const aside = await this.#mouth.aside(kind);
    if (aside !== null) this.#asides.push(aside);
  }

  #asidesWithOutcome(): Aside[] {
    const { playback, sent } = this.#call;
    const zeroMs = sent.startedMs;
    const turnsFromMs = this.#log.turns.map(({ startMs }) => startMs);
    const around = { playback, messages: this.#messages, zeroMs, turnsFromMs };
    return this.#asides.map(({ kind, text, startedMs, endedMs }) => ({
      kind,
      text,
      startMs: Math.round(startedMs - zeroMs),
      endMs: Math.round(endedMs - zeroMs),
      outcome: asideOutcome({ startedMs, endedMs }, around),
    }));
  }

  async #answer(action: Utterance): Promise<void> {
    this.#closeTurn();
    const prompts = this.#heard.prompts;
    const asked = prompts.map((prompt) => prompt.text).join(" ");
    const purpose = prompts.at(-1)?.purpose ?? "";
    const turnsBefore = this.#heard.turns.length;
    this.#heard.answered();
    const said = action.kind === "say" ? action.text : `[${action.keys.join("")}]`;
    this.#options.onSaying?.(said);
    const { times, hushed } = await this.#mouth.utter(action);
    if (hushed) this.#mind.cutOff();
    this.#answeredMs = times.endedMs;
    this.#log.said({ asked, purpose, said, times, pressed: action.kind === "press", hushed, turnsBefore });
    this.#lastChangeMs = performance.now();
  }

  #closeTurn(): void {
    const turn = this.#log.close();
    if (turn !== null) this.#options.onTurn?.(turn);
  }
}
