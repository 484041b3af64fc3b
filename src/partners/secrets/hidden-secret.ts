import type { Secret } from "../../ports/secret.ts";

/** A secret that logs, errors and consoles show as `[secret]`, whatever they do to it. `values` is asked at each use. */
export class HiddenSecret implements Secret {
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

/** A secret that stays as it is. */
export function fixedSecret(current: string, ...previous: readonly string[]): Secret {
  const values = [current, ...previous] as const;
  return new HiddenSecret(() => values);
}

/** The first secret, with what is accepted of the second let in too. */
export function alsoAccepting(secret: Secret, previous: Secret): Secret {
  return new HiddenSecret(() => {
    const others = [...secret.accepted(), ...previous.accepted()].filter(
      (value) => value !== secret.current(),
    );
    return [secret.current(), ...new Set(others)];
  });
}
