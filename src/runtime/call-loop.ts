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
import type { Hypothesis, Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { CallClosing, type Parting } from "./call-closing.ts";
import { CallEars } from "./call-ears.ts";
import { CallObserver } from "./call-observer.ts";
import { CallRequests } from "./call-requests.ts";
import { CallTime } from "./call-time.ts";
import type { Conversation } from "./conversation.ts";
import { DeadlineTimer } from "./deadline-timer.ts";
import { FIXED_PLAYBACK, type FixedWords, fixedPrompt } from "./fixed-words.ts";
import type { Journal } from "./journal.ts";
import { KeySources } from "./key-sources.ts";
import { LivePublisher } from "./live-publisher.ts";
import type { PlaybackTicker } from "./playback-ticker.ts";
import { Player } from "./player.ts";
import { type Past, replay } from "./replay.ts";

export interface LoopParts<S> {
  readonly line: Line;
  readonly practice: Practice;
  readonly direction: "inbound" | "outbound";
  readonly from: Private<string> | null;
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
 * The one loop of a call: stamps what happens, steps the conversation, carries out its effects in order, and keeps its
 * single timer.
 *
 * What happens while a step is carried out waits its turn, so the conversation sees one event at a time. An event is in
 * the journal before its effects are carried out. An error thrown by the conversation is a bug of ours: this call says
 * fixed words of apology and is transferred or ended, and no other call notices.
 */
export class CallLoop<S> implements LineHandler {
  readonly #parts: LoopParts<S>;
  readonly #player: Player;
  readonly #ears: CallEars;
  readonly #requests: CallRequests;
  readonly #closing: CallClosing;
  readonly #timer: DeadlineTimer;
  readonly #publisher: LivePublisher<S>;
  readonly #observer: CallObserver<S>;
  readonly #time: CallTime;
  readonly #keys = new KeySources();
  #state: S;
  /** Utterances of earlier streams of the call. */
  #formerUtterances = 0;
  #waiting: CallEvent[] = [];
  #stepping = false;
  /** What comes before the call has begun: keys, typed turns, a hang-up. Null from then on. */
  #early: (() => void)[] | null = [];
  /** The conversation has lost the floor: fixed words and the end follow. It still learns what happens. */
  #takenOver = false;
  /** The conversation is broken and learns nothing any more. */
  #broken = false;
  #gone = false;

  constructor(parts: LoopParts<S>) {
    const { line, practice, clock, conversation, telemetry } = parts;
    this.#parts = parts;
    this.#state = conversation.initial;
    this.#time = new CallTime(clock);
    this.#publisher = new LivePublisher(parts.liveFeed, line.callId, conversation);
    this.#observer = new CallObserver(conversation, this.#publisher, telemetry.meter);
    this.#player = new Player({
      ...parts,
      events: {
        heard: (heard) => this.#happened({ kind: "promptHeard", at: this.#time.stamp(), ...heard }),
        began: (prompt) => this.#observer.began(prompt, this.#time.stamp()),
        idle: () => void this.#closing.leave(),
      },
    });
    this.#ears = new CallEars(parts.recognizer, {
      speechStarted: (agoMs) => this.#happened({ kind: "speechStarted", at: this.#time.stamp(agoMs) }),
      speechStopped: (silentForMs) => this.#silent(silentForMs),
      toneHeard: (key) => {
        if (this.#keys.heard(key, this.#time.stamp())) this.#keyPressed(key);
      },
      transcribed: (hypothesis) => this.#transcribed(hypothesis),
      lost: () => this.#happened({ kind: "recognizerLost", at: this.#time.stamp() }),
    });
    this.#requests = new CallRequests({
      ...parts,
      call: line.callId,
      practice: practice.id,
      replied: (request, outcome) =>
        this.#happened({ kind: "replied", at: this.#time.stamp(), request, outcome }),
    });
    this.#timer = new DeadlineTimer(clock, (deadline) => this.#ring(deadline));
    this.#closing = new CallClosing({
      line,
      clock,
      telemetry,
      leaving: (reason) => this.#leaveLine(reason, "ended"),
      transferFailed: () => this.#transferFailed(),
    });
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

  /** Begins a new call, or goes on with one from its journal. */
  begin(journaled: readonly CallEvent[]): void {
    this.#publisher.started(0, this.#parts.practice.id);
    const first = journaled[0];
    if (first?.kind === "answered") this.#resume(first.instant, journaled);
    else this.#answer();
    const early = this.#early ?? [];
    this.#early = null;
    for (const happen of early) happen();
  }

  frame(frame: Uint8Array): void {
    if (this.#early === null && !this.#gone && !this.#takenOver) this.#ears.frame(frame);
  }

  key(key: Key): void {
    this.#whenBegun(() => {
      if (this.#keys.told(key, this.#time.stamp())) this.#keyPressed(key);
    });
  }

  typed(text: string): void {
    this.#whenBegun(() => {
      this.#player.report();
      this.#happened({ kind: "typed", at: this.#time.stamp(), text: hide(text) });
    });
  }

  marked(name: string): void {
    if (!this.#gone) this.#player.marked(name);
  }

  closed(why: "ended" | "lost" = "ended"): void {
    this.#whenBegun(() => this.#leaveLine("callerHungUp", why));
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
    this.#happened({ kind: "hungUp", at: this.#time.stamp() });
  }

  ended(reason: string): void {
    this.#publisher.ended(this.#time.stamp(), reason);
  }

  #answer(): void {
    const { answeredAt: instant, direction, from } = this.#parts;
    this.#happened({ kind: "answered", at: this.#time.stamp(), instant, direction, from });
  }

  /**
   * Replays the journal without its effects, then asks again for what was under way: the keys make that safe. A call that
   * had said its goodbye already only leaves its line.
   */
  #resume(instant: EpochMs, journaled: readonly CallEvent[]): void {
    const { conversation } = this.#parts;
    let past: Past<S>;
    try {
      past = replay(conversation, journaled);
    } catch (error) {
      this.#fault(error, "replay");
      return;
    }
    this.#state = past.state;
    this.#formerUtterances = past.utterances;
    this.#time.goOn(instant, journaled.at(-1)?.at ?? 0);
    this.#observer.goOn(past.state);
    if (past.expectation !== null) this.#ears.listenFor(past.expectation);
    const untaken = this.#parts.resumed === "transferFailed" && past.parting?.kind === "transfer";
    if (past.parting !== null && !untaken) this.#closing.add(past.parting);
    this.#happened({ kind: untaken ? "transferFailed" : "resumed", at: this.#time.stamp() });
    for (const [id, request] of past.underWay) this.#requests.carryOut(id, request);
  }

  /** The conversation goes on with the caller; one that is broken, or has lost the floor, can only say goodbye. */
  #transferFailed(): void {
    if (this.#takenOver) this.takeOver("faultGoodbye", [{ kind: "hangUp", reason: "transferFailed" }]);
    else this.#happened({ kind: "transferFailed", at: this.#time.stamp() });
  }

  #keyPressed(key: Key): void {
    this.#player.report();
    this.#happened({ kind: "keyPressed", at: this.#time.stamp(), key });
  }

  #silent(silentForMs: number): void {
    const at = this.#time.stamp();
    this.#happened({ kind: "speechStopped", at, silentSince: Math.max(0, at - silentForMs) });
  }

  #transcribed({ utterance, text, final, confidence, alternatives, endOfTurn }: Hypothesis): void {
    this.#player.report();
    this.#parts.telemetry.meter.count("transcriptions_total", { is_final: String(final) });
    this.#happened({
      kind: "transcribed",
      at: this.#time.stamp(),
      utterance: this.#formerUtterances + utterance,
      text: hide(text),
      final,
      confidence,
      alternatives: hide(alternatives),
      ...(endOfTurn === undefined ? {} : { endOfTurn }),
    });
  }

  #whenBegun(happen: () => void): void {
    if (this.#early === null) happen();
    else if (this.#early.length < 100) this.#early.push(happen);
  }

  #happened(event: CallEvent): void {
    if (this.#broken) return;
    this.#waiting.push(event);
    if (this.#stepping) return;
    this.#stepping = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      try {
        this.#step(next);
      } catch (error) {
        this.#waiting = [];
        this.#fault(error, next.kind);
      }
    }
    this.#stepping = false;
  }

  #step(event: CallEvent): void {
    const { conversation, journal } = this.#parts;
    const { state, effects } = conversation.step(this.#state, event);
    this.#state = state;
    journal.record(event);
    this.#observer.stepped(event, state, this.#time.stamp());
    for (const effect of effects) this.#carryOut(effect);
    this.#observer.done(event, state, this.#time.lastAt);
    this.#armTimer();
    if (this.#closing.wanted && this.#player.idle) void this.#closing.leave();
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === "request") {
      this.#requests.carryOut(effect.id, effect.request);
      return;
    }
    if (this.#gone || this.#takenOver) return;
    switch (effect.kind) {
      case "speak":
        this.#player.speak(effect.prompt);
        this.#observer.saying(effect.prompt, this.#time.lastAt);
        break;
      case "clearAudio":
        this.#player.clear(effect.playback);
        break;
      case "listenFor":
        this.#ears.listenFor(effect.expectation);
        break;
      case "finishUtterance":
        this.#ears.finish();
        break;
      case "transfer":
      case "hangUp":
        this.#closing.add(effect);
    }
  }

  #armTimer(): void {
    const wanted = !this.#gone && !this.#takenOver;
    this.#timer.arm(wanted ? this.#parts.conversation.nextDeadline(this.#state) : null, this.#time.zeroMs);
  }

  #ring(deadline: Ms): void {
    if (this.#timer.restless) {
      this.#fault(new Error("the conversation sets deadlines without end"), "deadlineReached");
      return;
    }
    this.#player.report();
    this.#time.reach(deadline);
    this.#happened({ kind: "deadlineReached", at: this.#time.stamp() });
  }

  #leaveLine(reason: string, why: "ended" | "lost"): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#closing.cancel();
    this.#player.stop();
    this.#ears.close();
    this.#timer.cancel();
    this.#parts.lineGone(reason, why);
  }

  #fault(error: unknown, during: string): void {
    const { telemetry, line, practice } = this.#parts;
    telemetry.meter.count("call_faults_total", { during });
    telemetry.log.error("a call broke and is ended", {
      call: line.callId,
      during,
      error: error instanceof Error ? error : undefined,
    });
    this.#broken = true;
    this.#timer.cancel();
    if (practice.transferTo === null) this.takeOver("faultGoodbye", [{ kind: "hangUp", reason: "fault" }]);
    else this.takeOver("faultTransfer", [{ kind: "transfer", to: practice.transferTo }]);
  }
}
