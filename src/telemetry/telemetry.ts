import { pino } from "pino";
import type { Telemetry } from "../ports/telemetry.ts";
import { jsonLog, type LogDestination, type LogLevel } from "./logger.ts";
import { prometheusMeter } from "./prometheus-meter.ts";
import { terminalLines } from "./terminal-lines.ts";

export type { LogDestination } from "./logger.ts";

export interface TelemetryOptions {
  readonly level: LogLevel;
  /** Short lines for people instead of JSON; when left out, decided by whether stderr is a terminal. */
  readonly terminal?: boolean;
  /** Whether a terminal gets colours; yes when left out. */
  readonly colour?: boolean;
  /** Where lines go instead of stderr. */
  readonly destination?: LogDestination;
}

export interface ExposedTelemetry extends Telemetry {
  /** All metrics in Prometheus' text format. */
  expose(): Promise<string>;
  /** Writes out what is buffered; nothing may be logged afterwards. */
  close(): void;
}

/** Logs on stderr and metrics with the prefix `frontdesk_`. One for the process. */
export function openTelemetry(options: TelemetryOptions): ExposedTelemetry {
  const stderr = options.destination === undefined ? pino.destination({ dest: 2, sync: false }) : null;
  const destination = options.destination ?? (stderr as LogDestination);
  const isTerminal = options.terminal ?? process.stderr.isTTY === true;
  const lines = isTerminal ? terminalLines(destination, options.colour ?? true) : destination;
  const meter = prometheusMeter();
  return {
    log: jsonLog(options.level, lines),
    meter,
    expose: () => meter.expose(),
    close: () => stderr?.flushSync(),
  };
}
