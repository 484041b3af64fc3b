/**
 * A key, token or password of ours with an outside service. It may change while the process runs, so clients keep the `Secret`
 * and ask for its value at each request or connection. No way of turning a `Secret` into text gives its value away.
 */
export interface Secret {
  /** What to send. */
  current(): string;
  /** What to let in: the current value first, then, while a rotation lasts, the one before it. Never empty. */
  accepted(): readonly string[];
}
