/**
 * A value that must not reach a log, a metric, a trace or an error message: a caller's words, name, number or health.
 * Every implicit way of turning it into text yields `[private]`; only `reveal` gives the value back, and each call of
 * `reveal` is a place where a reader can check that it is right to do so.
 */
export class Private<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  map<U>(change: (value: T) => U): Private<U> {
    return new Private(change(this.#value));
  }

  toString(): string {
    return "[private]";
  }

  toJSON(): string {
    return "[private]";
  }

  /** Node's `util.inspect` and `console.log` look for this well-known symbol. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[private]";
  }
}

export function hide<T>(value: T): Private<T> {
  return new Private(value);
}
