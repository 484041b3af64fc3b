import type { Log, Telemetry } from "../../ports/telemetry.ts";

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => log,
};

/** Telemetry that goes nowhere. */
export const quietTelemetry: Telemetry = {
  log,
  meter: { count: () => undefined, observeSeconds: () => undefined, gauge: () => undefined },
};
