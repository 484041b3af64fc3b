import type { Clock } from "../../ports/clock.ts";
import type { Secret } from "../../ports/secret.ts";
import type { SecretPlace, SecretProvider } from "../../ports/secret-provider.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { HiddenSecret } from "./hidden-secret.ts";
import { ROTATION_MS } from "./rotation.ts";

/** A setting whose value a store keeps. */
export interface KeptSetting {
  /** As operators know it: in logs. */
  readonly name: string;
  readonly store: string;
  readonly provider: SecretProvider;
  readonly place: SecretPlace;
  /** What is wrong with a value, without the value; null when it can be used. */
  faultOf(value: string): string | null;
}

export interface KeptSecretsOptions {
  /** Each secret is read again this long after the last time. */
  readonly ttlMs: number;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** A value of a store that cannot be what the setting is for. */
export class UnfitSecretError extends Error {
  override readonly name = "UnfitSecretError";
}

type Values = readonly [string, ...string[]];

interface Kept {
  readonly setting: KeptSetting;
  values: Values;
  /** The value that this process saw replaced, and until when it is let in. */
  before: { readonly value: string; readonly untilMs: number } | null;
}

/**
 * Secrets of stores, read again from time to time. A store that fails is said so in the log and leaves everything as it is;
 * a value that is replaced is let in for as long as a rotation lasts.
 */
export class KeptSecrets implements Disposable {
  readonly #options: KeptSecretsOptions;
  readonly #kept: Kept[] = [];
  #refreshing: Promise<void> | null = null;
  #cancel: () => void = () => {};
  #disposed = false;

  constructor(options: KeptSecretsOptions) {
    this.#options = options;
  }

  /** Reads the setting for the first time. Throws what the store throws, or an `UnfitSecretError`. */
  async open(setting: KeptSetting): Promise<Secret> {
    const kept: Kept = { setting, values: await readFit(setting), before: null };
    this.#kept.push(kept);
    if (this.#kept.length === 1) this.#arm();
    return new HiddenSecret(() => this.#accepted(kept));
  }

  /** Reads all of them again, at once. Asked meanwhile, it waits for the same reading. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshAll().finally(() => {
      this.#refreshing = null;
      this.#arm();
    });
    return this.#refreshing;
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#cancel();
  }

  #arm(): void {
    this.#cancel();
    if (!this.#disposed) this.#cancel = this.#options.clock.after(this.#options.ttlMs, () => this.refresh());
  }

  async #refreshAll(): Promise<void> {
    await Promise.all(this.#kept.map((kept) => this.#refreshOne(kept)));
  }

  async #refreshOne(kept: Kept): Promise<void> {
    const { clock, telemetry } = this.#options;
    const { name, store } = kept.setting;
    let result = "same";
    try {
      const values = await readFit(kept.setting);
      const [current] = kept.values;
      if (values[0] !== current) {
        result = "changed";
        kept.before = { value: current, untilMs: clock.monotonicMs() + ROTATION_MS };
        telemetry.log.info("a secret changed", { setting: name, store });
      }
      kept.values = values;
    } catch (error) {
      result = "failed";
      const cause = error instanceof Error ? error : new Error("unknown");
      telemetry.log.warn("a secret could not be read again and stays as it is", {
        setting: name,
        store,
        error: cause,
      });
    }
    telemetry.meter.count("secret_refreshes_total", { store, result });
  }

  #accepted({ values, before }: Kept): Values {
    const [current, ...others] = values;
    const live = before !== null && this.#options.clock.monotonicMs() < before.untilMs;
    const previous = live ? [...others, before.value] : others;
    return [current, ...new Set(previous.filter((value) => value !== current))];
  }
}

async function readFit({ provider, place, faultOf }: KeptSetting): Promise<Values> {
  const values = await provider.read(place);
  const fault = faultOf(values[0]);
  if (fault !== null) throw new UnfitSecretError(`what is kept there ${fault}`);
  return values;
}
