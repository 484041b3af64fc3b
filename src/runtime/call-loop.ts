import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { EpochMs, Ms } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";
import { hide, type Private } from "../core/values/private.ts";
import type { TurnTimeline } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Line, LineHandler, Resumed } from "../ports/line.ts";
import type { LiveFeed } from "../ports/live-feed.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import { CallClosing, type Parting } from "./call-closing.ts";
import { CallEars } from "./call-ears.ts";
import { CallFold } from "./call-fold.ts";
import { CallObserver } from "./call-observer.ts";
import { CallRequests } from "./call-requests.ts";
import { CallTime } from "./call-time.ts";
import { carryOutEffect, type EffectMeans } from "./carry-out-effect.ts";
import type { Conversation } from "./conversation.ts";
import { DeadlineTimer } from "./deadline-timer.ts";
import { FIXED_PLAYBACK, type FixedWords, fixedPrompt } from "./fixed-words.ts";
import type { Journal } from "./journal.ts";
import { LivePublisher } from "./live-publisher.ts";
import type { PlaybackTicker } from "./playback-ticker.ts";
import { Player } from "./player.ts";
import { UntilBegun } from "./until-begun.ts";

export interface LoopParts<S> {
  readonly line: Line;
  readonly practice: Practice;
  readonly direction: "inbound" | "outbound";
  readonly from: Private<string> | null;
  /** `perform` can ask a language model. */
  readonly assisted?: true;
  readonly answeredAt: EpochMs;
  readonly resumed: Resumed | null;
  readonly conversation: Conversation<S>;
  readonly clock: Clock;
  readonly ticker: PlaybackTicker;
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
  readonly perform: Perform;
  readonly journal: Journal;
  readonly liveFeed: LiveFeed;
  readonly telemetry: Telemetry;
  /** The line is gone or given up. Told once; replies may still come and be journaled. */
  readonly lineGone: (reason: string, why: "ended" | "lost") => void;
}

/**
 * The one loop of a call: tells the conversation what happens, carries out its effects in order, and keeps its single
 * timer. An error thrown by the conversation is a bug of ours: this call says fixed words of apology and is transferred or
 * ended, and no other call notices.
 */
export class CallLoop<S> implements LineHandler {
  readonly #parts: LoopParts<S>;
  readonly #fold: CallFold<S>;
  readonly #player: Player;
  readonly #ears: CallEars;
  readonly #requests: CallRequests;
  readonly #closing: CallClosing;
  readonly #timer: DeadlineTimer;
  readonly #publisher: LivePublisher<S>;
  readonly #observer: CallObserver<S>;
  readonly #time: CallTime;
  readonly #untilBegun = new UntilBegun();
  readonly #means: EffectMeans;
  /** The conversation has lost the floor: fixed words and the end follow. It still learns what happens. */
  #takenOver = false;
  #gone = false;

  constructor(parts: LoopParts<S>) {
    const { line, practice, clock, conversation, telemetry } = parts;
    this.#parts = parts;
    this.#time = new CallTime(clock);
    this.#fold = new CallFold({
      ...parts,
      stepped: (event, state, effects) => this.#stepped(event, state, effects),
      broke: (error, during) => this.#broke(error, during),
    });
    this.#publisher = new LivePublisher(parts.liveFeed, line.callId, conversation);
    this.#observer = new CallObserver(conversation, this.#publisher, telemetry.meter);
    this.#player = new Player({
      ...parts,
      events: {
        heard: (heard) => this.#fold.happened({ kind: "promptHeard", at: this.#time.stamp(), ...heard }),
        failed: (failed) => this.#fold.happened({ kind: "promptFailed", at: this.#time.stamp(), ...failed }),
        sent: (frames, fromMs) => this.#ears.plays(frames, fromMs),
        began: (prompt) => this.#observer.began(prompt, this.#time.stamp()),
        idle: () => void this.#closing.leave(),
      },
    });
    this.#ears = new CallEars({
      recognizer: parts.recognizer,
      meter: telemetry.meter,
      time: this.#time,
      clock,
      speaking: () => this.#player.sounds,
      aboutToTell: () => this.#player.report(),
      happened: (event) => this.#heard(event),
    });
    this.#requests = new CallRequests({
      ...parts,
      call: line.callId,
      practice: practice.id,
      replied: (request, outcome) =>
        this.#fold.happened({ kind: "replied", at: this.#time.stamp(), request, outcome }),
      chosen: (request, fact) =>
        this.#fold.happened({ kind: "modelSaid", at: this.#time.stamp(), request, fact }),
    });
    this.#timer = new DeadlineTimer(clock, (deadline) => this.#ring(deadline));
    this.#closing = new CallClosing({
      line,
      clock,
      telemetry,
      leaving: (reason) => this.#leaveLine(reason, "ended"),
      transferFailed: () => this.#transferFailed(),
    });
    this.#means = {
      requests: this.#requests,
      player: this.#player,
      ears: this.#ears,
      closing: this.#closing,
      observer: this.#observer,
      time: this.#time,
      hasLine: () => this.#hasLine,
    };
  }

  get timelines(): readonly TurnTimeline[] {
    return this.#observer.timelines;
  }

  get requests(): CallRequests {
    return this.#requests;
  }

  get player(): Player {
    return this.#player;
  }

  get framesHeard(): number {
    return this.#ears.framesHeard;
  }

  /** Whether the conversation may use the line. */
  get #hasLine(): boolean {
    return !this.#gone && !this.#takenOver;
  }

  /** Begins a new call, or goes on with one from its journal. */
  begin(journaled: readonly CallEvent[]): void {
    this.#publisher.started(0, this.#parts.practice.id);
    const first = journaled[0];
    if (first?.kind === "answered") this.#resume(first.instant, journaled);
    else this.#answer();
    this.#untilBegun.begin();
  }

  frame(frame: Uint8Array): void {
    if (this.#untilBegun.begun && this.#hasLine) this.#ears.frame(frame);
  }

  key(key: Key): void {
    this.#untilBegun.run(() => this.#ears.key(key));
  }

  typed(text: string): void {
    this.#untilBegun.run(() => {
      this.#player.report();
      this.#fold.happened({ kind: "typed", at: this.#time.stamp(), text: hide(text) });
    });
  }

  marked(name: string): void {
    if (!this.#gone) this.#player.marked(name);
  }

  closed(why: "ended" | "lost"): void {
    this.#untilBegun.run(() => {
      if (why === "ended" && this.#closing.lineEnded()) return;
      this.#leaveLine("callerHungUp", why);
    });
  }

  /** Takes the floor from the conversation for good: fixed words, then the partings. */
  takeOver(words: FixedWords, partings: readonly Parting[]): void {
    if (this.#gone) return;
    this.#takenOver = true;
    this.#player.clear(FIXED_PLAYBACK);
    const prompt = fixedPrompt(words);
    this.#observer.saying(prompt, this.#time.stamp());
    this.#closing.replace(partings);
    this.#player.speak(prompt);
    if (this.#player.idle) void this.#closing.leave();
  }

  /** Tells the conversation that the caller is gone; what it still wants done is done. */
  hungUp(): void {
    this.#fold.happened({ kind: "hungUp", at: this.#time.stamp() });
  }

  ended(reason: string): void {
    this.#publisher.ended(this.#time.stamp(), reason);
  }

  #answer(): void {
    const { answeredAt: instant, direction, from, assisted } = this.#parts;
    const at = this.#time.stamp();
    this.#fold.happened({ kind: "answered", at, instant, direction, from, ...(assisted && { assisted }) });
  }

  /**
   * Replays the journal without its effects, then asks again for what was under way: the keys make that safe. A call that
   * had said its goodbye already only leaves its line.
   */
  #resume(instant: EpochMs, journaled: readonly CallEvent[]): void {
    const past = this.#fold.takeUp(journaled);
    if (past === null) return;
    this.#ears.goOn(past.utterances);
    this.#time.goOn(instant, journaled.at(-1)?.at ?? 0);
    this.#observer.goOn(past.state);
    if (past.expectation !== null) this.#ears.listenFor(past.expectation);
    const untaken = this.#parts.resumed === "transferFailed" && past.parting?.kind === "transfer";
    if (past.parting !== null && !untaken) this.#closing.add(past.parting);
    this.#fold.happened({ kind: untaken ? "transferFailed" : "resumed", at: this.#time.stamp() });
    for (const [id, request] of past.underWay) this.#requests.carryOut(id, request);
  }

  /** The conversation goes on with the caller; one that is broken, or has lost the floor, can only say goodbye. */
  #transferFailed(): void {
    if (this.#takenOver) this.takeOver("faultGoodbye", [{ kind: "hangUp", reason: "transferFailed" }]);
    else this.#fold.happened({ kind: "transferFailed", at: this.#time.stamp() });
  }

  /** A recognizer may be lost before the call has begun; that is told as soon as it has. */
  #heard(event: CallEvent): void {
    if (this.#untilBegun.begun) this.#fold.happened(event);
    else this.#untilBegun.run(() => this.#fold.happened({ ...event, at: this.#time.stamp() }));
  }

  #stepped(event: CallEvent, state: S, effects: readonly Effect[]): void {
    this.#observer.stepped(event, state, this.#time.stamp());
    for (const effect of effects) carryOutEffect(effect, this.#means);
    this.#observer.done(event, state, this.#time.lastAt);
    this.#armTimer();
    if (this.#closing.wanted && this.#player.idle) void this.#closing.leave();
  }

  #armTimer(): void {
    this.#timer.arm(this.#hasLine ? this.#fold.nextDeadline : null, this.#time.zeroMs);
  }

  #ring(deadline: Ms): void {
    if (this.#timer.restless) {
      this.#fold.giveUp(new Error("the conversation sets deadlines without end"), "deadlineReached");
      return;
    }
    this.#player.report();
    this.#time.reach(deadline);
    this.#fold.happened({ kind: "deadlineReached", at: this.#time.stamp() });
  }

  #leaveLine(reason: string, why: "ended" | "lost"): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#closing.cancel();
    this.#player.stop();
    this.#ears.close();
    this.#timer.cancel();
    this.#requests.models.close();
    this.#parts.lineGone(reason, why);
  }

  #broke(error: unknown, during: string): void {
    const { telemetry, line, practice } = this.#parts;
    telemetry.meter.count("call_faults_total", { during });
    telemetry.log.error("a call broke and is ended", {
      call: line.callId,
      during,
      ...errorField(error),
    });
    this.#timer.cancel();
    if (practice.transferTo === null) this.takeOver("faultGoodbye", [{ kind: "hangUp", reason: "fault" }]);
    else this.takeOver("faultTransfer", [{ kind: "transfer", to: practice.transferTo }]);
  }
}
