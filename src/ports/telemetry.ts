/** Values that a log line may hold. Texts are identifiers and categories of ours, never words of a caller. */
export type LogValue = string | number | boolean | null | undefined | Error;

/** What was thrown, as a field of a log line; there is none for what is no `Error`. */
export function errorField(error: unknown): { readonly error: Error } | undefined {
  return error instanceof Error ? { error } : undefined;
}

/** Structured log. `message` is plain ASCII and constant; what varies goes into `fields`. */
export interface Log {
  debug(message: string, fields?: Readonly<Record<string, LogValue>>): void;
  info(message: string, fields?: Readonly<Record<string, LogValue>>): void;
  warn(message: string, fields?: Readonly<Record<string, LogValue>>): void;
  error(message: string, fields?: Readonly<Record<string, LogValue>>): void;
  /** A log whose every line carries these fields too. */
  with(fields: Readonly<Record<string, LogValue>>): Log;
}

/** Counters and timings. Names are `snake_case` without prefix; labels come from small fixed sets. */
export interface Meter {
  /** Adds `by`, 1 when left out. */
  count(name: string, labels?: Readonly<Record<string, string>>, by?: number): void;
  observeSeconds(name: string, seconds: number, labels?: Readonly<Record<string, string>>): void;
  gauge(name: string, value: number, labels?: Readonly<Record<string, string>>): void;
}

export interface Telemetry {
  readonly log: Log;
  readonly meter: Meter;
}
