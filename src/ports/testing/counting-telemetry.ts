import type { Log, LogValue, Telemetry } from "../telemetry.ts";

export interface CountingTelemetry extends Telemetry {
  readonly lines: readonly { level: string; message: string; fields: Readonly<Record<string, LogValue>> }[];
  /** Sum of what was counted under the name, of all labels or of those that agree. */
  counted(name: string, labels?: Readonly<Record<string, string>>): number;
  gauged(name: string): number | undefined;
  /** All lines, with the texts of their errors, and all counts: where nothing private may be found. */
  everything(): unknown;
}

/** Telemetry that remembers everything for a test to ask about. */
export function countingTelemetry(): CountingTelemetry {
  const lines: { level: string; message: string; fields: Readonly<Record<string, LogValue>> }[] = [];
  const counts: { name: string; labels: Readonly<Record<string, string>>; by: number }[] = [];
  const gauges = new Map<string, number>();

  function log(base: Readonly<Record<string, LogValue>>): Log {
    const at = (level: string) => (message: string, fields?: Readonly<Record<string, LogValue>>) => {
      lines.push({ level, message, fields: { ...base, ...fields } });
    };
    return {
      debug: at("debug"),
      info: at("info"),
      warn: at("warn"),
      error: at("error"),
      with: (fields) => log({ ...base, ...fields }),
    };
  }

  return {
    lines,
    log: log({}),
    meter: {
      count: (name, labels = {}, by = 1) => counts.push({ name, labels, by }),
      observeSeconds: () => {},
      gauge: (name, value) => gauges.set(name, value),
    },
    counted: (name, labels = {}) =>
      counts
        .filter((count) => count.name === name)
        .filter((count) => Object.entries(labels).every(([key, value]) => count.labels[key] === value))
        .reduce((sum, { by }) => sum + by, 0),
    gauged: (name) => gauges.get(name),
    everything: () => [
      lines.map(({ message, fields }) => [message, Object.entries(fields).map(textOf)]),
      counts,
    ],
  };
}

function textOf([name, value]: [string, LogValue]): string {
  return value instanceof Error
    ? `${name}: ${value.message} ${value.stack} ${value.cause}`
    : `${name}: ${value}`;
}
