import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";

/** A blip is over in seconds; a service that is down is asked once a minute. */
const FIRST_TRIAL_MS = 5_000;
const MOST_MS = 60_000;

export interface VoiceHealthParts {
  readonly voice: string;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Says something to nobody; rejects when that fails. */
  trial(signal: AbortSignal): Promise<void>;
  recovered(): void;
}

/** Whether a voice is to be used. One that has failed is tried in the background, ever more seldom, until it works. */
export class VoiceHealth {
  readonly #parts: VoiceHealthParts;
  readonly #closing = new AbortController();
  #out = false;
  #cancelTrial = () => {};

  constructor(parts: VoiceHealthParts) {
    this.#parts = parts;
  }

  get isOut(): boolean {
    return this.#out;
  }

  failed(): void {
    if (this.#out || this.#closing.signal.aborted) return;
    this.#out = true;
    this.#parts.telemetry.log.warn("a voice fails and is left out until it works", {
      voice: this.#parts.voice,
    });
    this.#tryIn(FIRST_TRIAL_MS);
  }

  close(): void {
    this.#closing.abort();
    this.#cancelTrial();
  }

  #tryIn(waitMs: number): void {
    if (this.#closing.signal.aborted) return;
    this.#cancelTrial = this.#parts.clock.after(waitMs, () => {
      this.#parts.trial(this.#closing.signal).then(
        () => this.#recovered(),
        () => this.#tryIn(Math.min(2 * waitMs, MOST_MS)),
      );
    });
  }

  #recovered(): void {
    const { telemetry, voice } = this.#parts;
    if (this.#closing.signal.aborted) return;
    this.#out = false;
    telemetry.log.info("a voice works again", { voice });
    telemetry.meter.count("voice_recoveries_total", { voice });
    this.#parts.recovered();
  }
}
