import type { HistoryLine } from "../../core/call/call-state.ts";
import type { Ms } from "../../core/values/ids.ts";
import type { Prompt } from "../../core/wording/prompt.ts";
import { isQuestion } from "../topic.ts";
import type { VirtualMoment } from "../virtual-call.ts";
import { type Committed, untrueClaim } from "./claims.ts";
import { HeardWords } from "./heard-words.ts";
import { silenceAllowed } from "./silence.ts";
import type { Trouble } from "./trouble.ts";
import { MS_PER_CHARACTER, textOf } from "./virtual-line.ts";

/** A promise that a call has broken, and when. */
export interface Violation {
  readonly at: Ms;
  readonly promise: string;
  readonly found: string;
}

/** Looks on after every event of a virtual call, and keeps what should not have happened. */
export class Invariants {
  readonly violations: Violation[] = [];
  readonly #trouble: Trouble;
  readonly #committed: () => Committed;
  readonly #words: HeardWords;
  readonly #prompts: Prompt[] = [];
  #quietSince: Ms = 0;
  #longestPromptMs: Ms = 0;

  constructor(trouble: Trouble, committed: () => Committed) {
    this.#trouble = trouble;
    this.#committed = committed;
    this.#words = new HeardWords(trouble);
  }

  look(moment: VirtualMoment): void {
    for (const effect of moment.effects) if (effect.kind === "speak") this.#spoken(moment, effect.prompt);
    this.#notTwoAtOnce(moment);
    this.#notSilentForLong(moment);
    for (const found of this.#words.look(moment))
      this.#broken(moment.event.at, "answers neither lost nor doubled", found);
  }

  /** When nothing happens any more. */
  lookBack(last: VirtualMoment): void {
    const { after } = last;
    if (after.end === null) this.#broken(after.at, "every call ends", "nothing happens any more");
    const waiting = after.dialogue.toRelease.length;
    if (waiting > 0) this.#broken(after.at, "holds are released", `${waiting} are not`);
    const { liveHolds } = this.#committed();
    // What was reserved without the call's learning of it runs out by itself.
    if (liveHolds > 0 && !last.office.keptSilent)
      this.#broken(after.at, "holds are released", `${liveHolds} are held after the end`);
    this.#historyIsTrue(last);
    for (const found of this.#words.lookBack())
      this.#broken(after.at, "answers neither lost nor doubled", found);
  }

  #spoken({ event, before, line }: VirtualMoment, prompt: Prompt): void {
    const text = textOf(prompt);
    this.#longestPromptMs = Math.max(this.#longestPromptMs, text.length * MS_PER_CHARACTER);
    const last = this.#prompts.at(-1);
    if (last !== undefined && prompt.id !== last.id + 1)
      this.#broken(event.at, "prompts are numbered in order", `${prompt.id} after ${last.id}`);
    this.#prompts.push(prompt);
    if (before.end !== null) this.#broken(event.at, "nothing is said after the end", prompt.purpose);
    const stale = line.queue.find(({ playback }) => playback < prompt.playback);
    if (stale !== undefined)
      this.#broken(
        event.at,
        "never two prompts at once",
        `${prompt.purpose} beside ${stale.purpose}, which is cleared`,
      );
    const claim = untrueClaim(text, this.#committed());
    if (claim !== null) this.#broken(event.at, "nothing claims what is not committed", `${claim}: ${text}`);
  }

  /** Statements line up before a question; two questions at a time cannot be answered. */
  #notTwoAtOnce({ event, effects, line }: VirtualMoment): void {
    if (!effects.some(({ kind }) => kind === "speak")) return;
    const questions = line.queue.filter(({ purpose }) => isQuestion(purpose));
    if (questions.length > 1)
      this.#broken(
        event.at,
        "never two prompts at once",
        questions.map(({ purpose }) => purpose).join(" and "),
      );
  }

  /** Sound that this very event has brought about comes too late to count. */
  #notSilentForLong(moment: VirtualMoment): void {
    const { event, before, line, mouth } = moment;
    const began = [line.playingSince, mouth.speakingSince];
    const silentUntil = Math.min(event.at, ...began.map((at) => at ?? event.at));
    const silentMs = silentUntil - Math.max(line.silentSince, mouth.silentSince, this.#quietSince);
    const allowedMs = silenceAllowed(moment, this.#trouble.marksMissing > 0, this.#longestPromptMs);
    const heard = event.kind === "keyPressed" || event.kind === "typed" || event.kind === "resumed";
    if (before.end === null && silentMs > allowedMs)
      this.#broken(
        event.at,
        "never silent for longer than is allowed",
        `${Math.round(silentMs)} ms, allowed ${Math.round(allowedMs)}`,
      );
    if (heard || silentMs > allowedMs || began.some((at) => at !== null)) this.#quietSince = event.at;
  }

  #historyIsTrue({ after, line }: VirtualMoment): void {
    const said = after.history.filter(
      (one): one is Extract<HistoryLine, { by: "agent" }> => one.by === "agent",
    );
    if (said.length !== this.#prompts.length)
      this.#broken(
        after.at,
        "history is what the line played",
        `${said.length} lines of ${this.#prompts.length} prompts`,
      );
    for (const [index, one] of said.entries()) {
      const prompt = this.#prompts[index];
      const sounded = line.sounded.get(one.prompt) ?? 0;
      const text = prompt === undefined ? "" : textOf(prompt);
      if (one.text.reveal() !== text) this.#broken(one.at, "history is what the line played", "other words");
      if (one.heardUpTo > sounded)
        this.#broken(one.at, "history is what the line played", `${one.heardUpTo} characters of ${sounded}`);
      if (one.finished && sounded < text.length)
        this.#broken(one.at, "history is what the line played", "finished, but cut short");
    }
  }

  #broken(at: Ms, promise: string, found: string): void {
    this.violations.push({ at, promise, found });
  }
}
