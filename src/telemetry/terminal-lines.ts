import type { LogDestination } from "./logger.ts";

const colours: Readonly<Record<string, string>> = {
  warn: "\u001b[33m",
  error: "\u001b[31m",
  debug: "\u001b[2m",
};
const plain = "\u001b[0m";

/** Turns JSON lines into short ones for people: time, message, and fields as `name=value`. */
export function terminalLines(destination: LogDestination, colour: boolean): LogDestination {
  return {
    write: (line) => destination.write(`${shortLine(JSON.parse(line) as Record<string, unknown>, colour)}\n`),
  };
}

function shortLine(entry: Record<string, unknown>, colour: boolean): string {
  const { level, time, message, ...fields } = entry;
  const clock = String(time).slice(11, 19);
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${shortValue(value)}`);
  const text = `${clock} ${String(message)}${rest.join("")}`;
  const start = colour ? (colours[String(level)] ?? "") : "";
  return start === "" ? text : `${start}${text}${plain}`;
}

/** Of an error, people want the message; the frames are in the JSON lines. */
function shortValue(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { message, cause } = value as { message?: unknown; cause?: unknown };
  return JSON.stringify(cause === undefined ? message : `${String(message)} <- ${shortValue(cause)}`);
}
