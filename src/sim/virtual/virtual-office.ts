import type { Outcome, Request } from "../../core/dialogue/requests.ts";
import type { CallId, PracticeId, RequestId } from "../../core/values/ids.ts";
import type { Perform } from "../../ports/ledger.ts";
import type { VirtualWorld } from "./virtual-world.ts";

/** Who carries out the requests of one virtual call, and for which call. */
export interface OfficeParts {
  readonly perform: Perform;
  readonly practice: PracticeId;
  readonly call: CallId;
  /** Somebody else takes the time, before the request is carried out. */
  readonly snatch: (request: Request) => void;
}

/** A request that has not been answered yet. */
interface Unanswered {
  readonly id: RequestId;
  readonly request: Request;
}

/** The back office at the end of a poor network: slow replies, failures before and after the deed, replies that come twice. */
export class VirtualOffice {
  readonly #world: VirtualWorld;
  readonly #parts: OfficeParts;
  #unanswered: Unanswered[] = [];
  #work: Promise<void>[] = [];
  /** Something was reserved without the call's learning of it, or could not be given back: it runs out by itself. */
  keptSilent = false;

  constructor(world: VirtualWorld, parts: OfficeParts) {
    this.#world = world;
    this.#parts = parts;
  }

  /** Carries out; resolved with `settled`. */
  take(id: RequestId, request: Request): void {
    this.#unanswered.push({ id, request });
    this.#work.push(this.#carryOut(id, request));
  }

  /** What has been asked and has had no reply yet. */
  get unanswered(): readonly Unanswered[] {
    return this.#unanswered;
  }

  /** After a break of the line: asked again, under its own number. */
  takeAgain(requests: readonly Unanswered[]): void {
    for (const { id, request } of requests) this.#work.push(this.#carryOut(id, request));
  }

  get busy(): boolean {
    return this.#work.length > 0;
  }

  /** What was asked for has been carried out; the replies are on their way. */
  async settled(): Promise<void> {
    await Promise.all(this.#work.splice(0));
  }

  async #carryOut(id: RequestId, request: Request): Promise<void> {
    const { random, trouble } = this.#world;
    const { failed, failedAfterwards, doubled, slow, replyMs, snatched } = trouble.office;
    const delayMs = random.between(...replyMs) + (random.chance(slow) ? random.between(5_000, 30_000) : 0);
    const retryable = random.chance(0.7);
    if (random.chance(failed)) {
      this.keptSilent ||= request.kind === "release";
      return this.#reply(id, { kind: "failed", retryable }, delayMs);
    }
    if (random.chance(snatched)) this.#parts.snatch(request);
    const lost = random.chance(failedAfterwards);
    const twice = random.chance(doubled);
    const key = { call: this.#parts.call, request: id };
    const outcome = await this.#parts.perform(this.#parts.practice, request, key);
    if (lost) {
      this.keptSilent = true;
      return this.#reply(id, { kind: "failed", retryable }, delayMs);
    }
    this.#reply(id, outcome, delayMs);
    if (twice) this.#reply(id, outcome, delayMs + 50);
  }

  #reply(request: RequestId, outcome: Outcome, delayMs: number): void {
    this.#world.after(delayMs, () => {
      this.#unanswered = this.#unanswered.filter(({ id }) => id !== request);
      this.#world.tell({ kind: "replied", at: this.#world.now, request, outcome });
    });
  }
}
