/** One pattern for several ways to say the same; a table reads better with one of them a line. */
export function anyOf(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join("|"));
}
