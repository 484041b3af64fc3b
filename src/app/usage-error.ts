/** A command line that cannot be carried out. The message says what is wrong with it and what it must look like. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The value of `--flag` as a whole number from `least` to `most`, else a `UsageError`. */
export function wholeNumber(flag: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${flag} is "${value}"; it must be a whole number from ${least} to ${most}`);
}
