import type { Secret } from "../../ports/secret.ts";

/** A secret that logs, errors and consoles show as `[secret]`, whatever they do to it. */
class HiddenSecret implements Secret {
  readonly #values: () => readonly [string, ...string[]];

  constructor(values: () => readonly [string, ...string[]]) {
    this.#values = values;
  }

  current(): string {
    return this.#values()[0];
  }

  accepted(): readonly string[] {
    return this.#values();
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  /** Node's `util.inspect` and `console.log` look for this well-known symbol. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[secret]";
  }
}

/** A secret that stays as it is. While it is being rotated, `previous` is let in too. */
export function fixedSecret(current: string, ...previous: readonly string[]): Secret {
  const values = [current, ...previous] as const;
  return new HiddenSecret(() => values);
}
