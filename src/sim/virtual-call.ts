import {
  type CallEnd,
  type CallState,
  endedBy,
  history,
  initialCall,
  nextDeadline,
  step,
} from "../core/call/call.ts";
import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Request } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs, Ms } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Caller } from "./caller.ts";
import { type CallerMind, openMind } from "./caller-mind.ts";
import { type Random, seededRandom } from "./random.ts";
import { Agenda } from "./virtual/agenda.ts";
import { type Manners, plainManners } from "./virtual/manners.ts";
import { noTrouble, type Trouble } from "./virtual/trouble.ts";
import { VirtualCaller } from "./virtual/virtual-caller.ts";
import { VirtualLine } from "./virtual/virtual-line.ts";
import { VirtualMouth } from "./virtual/virtual-mouth.ts";
import { VirtualOffice } from "./virtual/virtual-office.ts";
import { VirtualRecognizer } from "./virtual/virtual-recognizer.ts";
import type { VirtualWorld } from "./virtual/virtual-world.ts";

export interface VirtualCallOptions {
  readonly caller: Caller;
  readonly practice: Practice;
  readonly perform: Perform;
  /** `perform` can ask a language model. */
  readonly assisted?: true;
  readonly seed: number;
  /** The time of day when the call is answered. */
  readonly instant: EpochMs;
  /** `typed` = whole turns; `spoken` = voice activity and transcripts of a recognizer. */
  readonly how: "typed" | "spoken";
  readonly manners?: Manners;
  readonly trouble?: Trouble;
  /** Told the time of day as the call goes on, for an office whose holds run out. */
  readonly onTime?: (instant: EpochMs) => void;
  /** Somebody else takes the time that is asked for. */
  readonly snatch?: (request: Request) => void;
  /** Looks on after every event; whatever it throws ends the simulation. */
  readonly watch?: (seen: VirtualMoment) => void;
}

/** A line of the conversation, in order. */
export interface VirtualLineOfTalk {
  readonly at: Ms;
  readonly by: "agent" | "caller";
  readonly purpose: string;
  readonly text: string;
}

/** One event and everything around it. */
export interface VirtualMoment {
  readonly event: CallEvent;
  readonly before: CallState;
  readonly after: CallState;
  readonly effects: readonly Effect[];
  readonly line: VirtualLine;
  readonly mouth: VirtualMouth;
  readonly recognizer: VirtualRecognizer;
  readonly office: VirtualOffice;
}

export interface VirtualCall {
  readonly callId: CallId;
  readonly lines: readonly VirtualLineOfTalk[];
  readonly events: readonly CallEvent[];
  readonly state: CallState;
  readonly end: CallEnd | "tooLong";
  readonly knows: CallerMind["knows"];
  readonly gaveUp: boolean;
}

/** The agent ends a call after half an hour; one that goes on has been left hanging. */
const LONGEST_CALL_MS = 32 * 60_000;

/**
 * A whole call in virtual time, without a line: the caller's mind on one side, the fold on the other, requests carried out
 * for real. Takes milliseconds, so that a dialogue can be tried with many seeds. The same options give the same call.
 */
export async function callVirtually(options: VirtualCallOptions): Promise<VirtualCall> {
  return new VirtualRun(options).run();
}

class VirtualRun implements VirtualWorld {
  readonly random: Random;
  readonly trouble: Trouble;
  readonly #options: VirtualCallOptions;
  readonly #callId: CallId;
  readonly #mind: CallerMind;
  readonly #talk: VirtualLineOfTalk[] = [];
  readonly #events: CallEvent[] = [];
  readonly #agenda = new Agenda();
  readonly #line: VirtualLine;
  readonly #mouth: VirtualMouth;
  readonly #recognizer: VirtualRecognizer;
  readonly #office: VirtualOffice;
  readonly #caller: VirtualCaller;
  #state: CallState;
  #now: Ms = 0;
  #gaveUp = false;

  constructor(options: VirtualCallOptions) {
    const { caller, practice, seed, perform, how } = options;
    this.#options = options;
    this.random = seededRandom(seed);
    this.trouble = options.trouble ?? noTrouble;
    this.#callId = `CA${caller.name}-${seed}`;
    const today = Temporal.Instant.fromEpochMilliseconds(options.instant).toZonedDateTimeISO(
      practice.timeZone,
    );
    this.#mind = openMind(caller, this.random, today.toPlainDate());
    this.#state = initialCall(practice);
    this.#recognizer = new VirtualRecognizer(this);
    this.#mouth = new VirtualMouth(this, this.#recognizer, () => this.#line.report());
    this.#caller = new VirtualCaller(this, {
      mind: this.#mind,
      manners: options.manners ?? { ...plainManners, interrupts: caller.habits.interrupts },
      mouth: this.#mouth,
      line: () => this.#line,
      typed: how === "typed",
      note: (by, purpose, text) => this.#talk.push({ at: this.#now, by, purpose, text }),
      hangUp: (gaveUp) => this.#hangUp(gaveUp),
    });
    this.#line = new VirtualLine(this, this.#caller);
    const snatch = options.snatch ?? (() => {});
    this.#office = new VirtualOffice(this, { perform, practice: practice.id, call: this.#callId, snatch });
    const { lineBreaksAt } = this.trouble;
    if (lineBreaksAt !== null) this.after(lineBreaksAt, () => this.#breakLine());
  }

  get now(): Ms {
    return this.#now;
  }

  get state(): CallState {
    return this.#state;
  }

  get over(): boolean {
    return endedBy(this.#state) !== null;
  }

  async run(): Promise<VirtualCall> {
    const { caller, instant, assisted } = this.#options;
    const from = hide(caller.truth.phone);
    this.tell({
      kind: "answered",
      at: 0,
      instant,
      direction: "inbound",
      from,
      ...(assisted && { assisted }),
    });
    while (this.#now < LONGEST_CALL_MS) {
      if (this.#office.busy) await this.#office.settled();
      if (!this.#advance()) break;
    }
    this.#mind.overhear(this.#caller.unanswered);
    return {
      callId: this.#callId,
      lines: this.#talk,
      events: this.#events,
      state: this.#state,
      end: endedBy(this.#state) ?? "tooLong",
      knows: this.#mind.knows,
      gaveUp: this.#gaveUp,
    };
  }

  after(delayMs: Ms, happen: () => void): void {
    this.#agenda.add(this.#now + delayMs, happen);
  }

  tell(event: CallEvent): void {
    const before = this.#state;
    this.#events.push(event);
    const { state, effects } = step(before, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    this.#options.watch?.({
      event,
      before,
      after: state,
      effects,
      line: this.#line,
      mouth: this.#mouth,
      recognizer: this.#recognizer,
      office: this.#office,
    });
  }

  /** Moves time to the next thing that happens. False when nothing will happen any more. */
  #advance(): boolean {
    const deadline = this.#deadline();
    const next = this.#agenda.nextAt;
    if (next === null && deadline === null) return false;
    if (deadline !== null && (next === null || deadline < next)) {
      this.#moveTo(deadline);
      this.#line.report();
      this.tell({ kind: "deadlineReached", at: this.#now });
      return true;
    }
    const { at, happen } = this.#agenda.take();
    this.#moveTo(at);
    happen();
    return true;
  }

  /** When the next deadline is served; a busy machine is late, by the same for the same deadline. */
  #deadline(): Ms | null {
    const due = nextDeadline(this.#state);
    if (due === null) return null;
    const { deadlineLateMs } = this.trouble;
    return deadlineLateMs === 0 ? due : due + (Math.round(due * 7919) % deadlineLateMs);
  }

  #moveTo(at: Ms): void {
    this.#now = Math.max(this.#now, at);
    this.#options.onTime?.(Math.floor(this.#options.instant + this.#now));
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === "speak") this.#line.speak(effect.prompt);
    if (effect.kind === "clearAudio") this.#line.clear(effect.playback);
    if (effect.kind === "finishUtterance") this.#recognizer.finish();
    if (effect.kind === "request") this.#office.take(effect.id, effect.request);
  }

  #hangUp(gaveUp: boolean): void {
    if (this.over) return;
    this.#gaveUp = gaveUp;
    this.#talk.push({ at: this.#now, by: "caller", purpose: "", text: "(hangs up)" });
    this.#line.report();
    this.tell({ kind: "hungUp", at: this.#now });
    this.#line.drop();
  }

  /** The stream breaks and comes back at once: what was being said is lost, and what has no reply is asked again. */
  #breakLine(): void {
    if (this.over) return;
    this.#talk.push({
      at: this.#now,
      by: "caller",
      purpose: "",
      text: "(the line breaks and is picked up again)",
    });
    this.#line.drop();
    this.#caller.lineBroke();
    const unanswered = this.#office.unanswered;
    this.tell({ kind: "resumed", at: this.#now });
    this.#office.takeAgain(unanswered);
  }
}

/** The conversation as text, for failing tests and terminals. */
export function transcriptOf(call: VirtualCall): string {
  const spoken = call.lines.map(({ at, by, purpose, text }) => {
    const seconds = (at / 1000).toFixed(1).padStart(6);
    return `${seconds} ${by === "agent" ? `agent  [${purpose}] ${text}` : `caller ${text}`}`;
  });
  return [...spoken, `       ended: ${call.end}, ${history(call.state).length} lines of history`].join("\n");
}
