import type { LiveMessage } from "../console/live-message.ts";
import type { CallId } from "../core/values/ids.ts";
import type { TurnReport } from "./call-report.ts";
import type { Caller, CallerAction } from "./caller.ts";
import { type CallerMind, openMind } from "./caller-mind.ts";
import { HeardSoFar } from "./heard-so-far.ts";
import type { LineEffects } from "./line-effects.ts";
import { watchLive } from "./live-watch.ts";
import { type MediaCall, openMediaCall, type WireTimes } from "./media-client.ts";
import { type Random, seededRandom } from "./random.ts";
import { isQuestion } from "./topic.ts";
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
  /** Types the answers into the call instead of speaking them; keys stay keys. */
  readonly typed?: boolean;
  /** Called for each thing worth showing, as it happens. */
  readonly onMessage?: (message: LiveMessage) => void;
  /** The caller opens their mouth, or presses keys, shown in brackets. */
  readonly onSaying?: (text: string) => void;
  readonly onTurn?: (turn: TurnReport) => void;
}

/** What happened, before it is held against the database. */
export interface SpokenCall {
  readonly callId: CallId;
  readonly turns: readonly TurnReport[];
  readonly confirmation: string | null;
  /** Why the call ended, as the agent gives it, or how the line was closed. */
  readonly ended: string;
  readonly seconds: number;
  readonly knows: CallerMind["knows"];
  /** The caller hung up in despair, and why. */
  readonly gaveUp: "impatient" | "nothingHeard" | "tooLong" | null;
  readonly call: MediaCall;
}

/** Between the keys of someone who reads a number from a card. */
const KEY_PAUSE_MS = 220;
/** People answer a question so long after its end. */
const REACTION_MS = [250, 700] as const;
/** Someone who interrupts lets the agent say so much of a question. */
const INTERRUPTS_AFTER_MS = 1200;
/** Sound that has stopped for so long, although the agent has not said that it finished, was cut off. */
const CUT_OFF_AFTER_MS = 1500;
const PATIENCE_MS = 40_000;
const LONGEST_CALL_MS = 10 * 60_000;
const LOOK_EVERY_MS = 20;

/** Telephones a server as `caller` and talks until one of the two hangs up. Rejects when the line cannot be opened. */
export async function callSpoken(options: SpokenCallOptions): Promise<SpokenCall> {
  const url = `${options.base}/line/${options.caller.practice}`;
  const call = await openMediaCall({
    url,
    from: options.caller.truth.phone,
    ...(options.effects === undefined ? {} : { effects: options.effects }),
  });
  return new SpokenRun(options, call).run();
}

interface OpenTurn extends Omit<TurnReport, "heard" | "gapMs"> {
  readonly endedMs: number;
  readonly turnsBefore: number;
}

class SpokenRun {
  readonly #options: SpokenCallOptions;
  readonly #call: MediaCall;
  readonly #heard = new HeardSoFar();
  readonly #random: Random;
  readonly #mind: CallerMind;
  readonly #turns: TurnReport[] = [];
  readonly #startedMs = performance.now();
  #lastChangeMs = performance.now();
  #open: OpenTurn | null = null;
  /** The end of the caller's last words. */
  #answeredMs = 0;
  #closed = false;
  #closedWith = "";

  constructor(options: SpokenCallOptions, call: MediaCall) {
    this.#options = options;
    this.#call = call;
    this.#random = seededRandom(options.seed);
    this.#mind = openMind(options.caller, this.#random, options.today);
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
      turns: this.#turns,
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
    this.#options.onMessage?.(message);
  }

  /** Listens and answers until the call is over. Returns why the caller gave up, if so. */
  async #converse(): Promise<SpokenCall["gaveUp"]> {
    while (!this.#closed) {
      const waited = await this.#untilMyTurn();
      if (waited === "closed") return null;
      if (waited !== "myTurn") return waited;
      const prompts = this.#heard.prompts;
      const action = this.#mind.react(prompts);
      if (action.kind === "hangUp") return action.why === "gaveUp" ? "impatient" : null;
      if (action.kind === "listen") await this.#untilSomethingNew(prompts.length);
      else await this.#answer(action);
    }
    return null;
  }

  /** Until the agent has said everything and the caller has gathered their thoughts. */
  async #untilMyTurn(): Promise<"myTurn" | "closed" | "nothingHeard" | "tooLong"> {
    const reactionMs = this.#random.between(...REACTION_MS);
    const interrupts = this.#random.chance(this.#options.caller.habits.interrupts);
    while (!this.#closed) {
      const nowMs = performance.now();
      if (interrupts && this.#isBeingAsked(nowMs)) return "myTurn";
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
    while (!this.#closed && this.#heard.prompts.length === known && performance.now() - sinceMs < PATIENCE_MS)
      await pause(LOOK_EVERY_MS);
  }

  async #answer(action: Exclude<CallerAction, { kind: "listen" | "hangUp" }>): Promise<void> {
    this.#closeTurn();
    const prompts = this.#heard.prompts;
    const asked = prompts.map((prompt) => prompt.text).join(" ");
    const purpose = prompts.at(-1)?.purpose ?? "";
    const turnsBefore = this.#heard.turns.length;
    this.#heard.answered();
    const said = action.kind === "say" ? action.text : `[${action.keys.join("")}]`;
    this.#options.onSaying?.(said);
    const times = await this.#utter(action);
    this.#answeredMs = times.endedMs;
    const cutOff = this.#call.playback.firstAudibleMs(times.startedMs + 100) !== null;
    this.#open = { asked, purpose, said, cutOff, endedMs: times.endedMs, turnsBefore };
    this.#lastChangeMs = performance.now();
  }

  async #utter(action: Exclude<CallerAction, { kind: "listen" | "hangUp" }>): Promise<WireTimes> {
    if (action.kind === "press") return this.#press(action.keys);
    if (this.#options.typed === true) {
      const nowMs = performance.now();
      this.#call.type(action.text);
      return { startedMs: nowMs, endedMs: nowMs };
    }
    return this.#call.say(await this.#options.voices.say(action.text, this.#options.voice));
  }

  async #press(keys: Extract<CallerAction, { kind: "press" }>["keys"]): Promise<WireTimes> {
    const startedMs = performance.now();
    for (const key of keys) {
      this.#call.press(key);
      await pause(KEY_PAUSE_MS);
    }
    return { startedMs, endedMs: performance.now() - KEY_PAUSE_MS };
  }

  /** The answer has come by now, or never will. */
  #closeTurn(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const { endedMs, turnsBefore, ...turn } = open;
    const audibleMs = this.#call.playback.firstAudibleMs(endedMs);
    const heard = this.#heard.turns.slice(turnsBefore);
    const report: TurnReport = {
      ...turn,
      heard: heard.length === 0 ? null : heard.join(" / "),
      gapMs: audibleMs === null || turn.cutOff ? null : Math.round(audibleMs - endedMs),
    };
    this.#turns.push(report);
    this.#options.onTurn?.(report);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
