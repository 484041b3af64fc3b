import { pino } from "pino";
import type { Log, LogValue } from "../ports/telemetry.ts";
import { redactError, redactText } from "./redaction.ts";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Takes whole lines, each with its newline. */
export interface LogDestination {
  write(line: string): void;
}

const MAX_TEXT = 500;
const notPrintableAscii = /[^\x20-\x7e]/g;

/** JSON lines. A field that is no `LogValue`, whatever the type checker was told, is written as `[refused]`. */
export function jsonLog(level: LogLevel, destination: LogDestination): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return logOn(logger);
}

function logOn(logger: pino.Logger): Log {
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (message: string, fields?: Readonly<Record<string, LogValue>>) => {
      if (!logger.isLevelEnabled(level)) return;
      logger[level](safeFields(fields), message.replace(notPrintableAscii, "?"));
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    with: (fields) => logOn(logger.child(safeFields(fields))),
  };
}

function safeFields(fields: Readonly<Record<string, LogValue>> | undefined): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields ?? {})) safe[name] = safeValue(value);
  return safe;
}

function safeValue(value: unknown): unknown {
  if (value instanceof Error) return redactError(value);
  if (typeof value === "string") return redactText(value.slice(0, MAX_TEXT));
  if (typeof value === "object" && value !== null) return "[refused]";
  return typeof value === "function" || typeof value === "symbol" ? "[refused]" : value;
}
