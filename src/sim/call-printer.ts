import type { LiveMessage } from "../console/live-message.ts";
import { type CallReport, percentiles } from "./call-report.ts";

export interface Paint {
  dim(text: string): string;
  green(text: string): string;
  red(text: string): string;
  bold(text: string): string;
}

export const plain: Paint = {
  dim: (text) => text,
  green: (text) => text,
  red: (text) => text,
  bold: (text) => text,
};

const painted = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
export const coloured: Paint = { dim: painted(2), green: painted(32), red: painted(31), bold: painted(1) };

/** Prints a conversation line by line as it happens; `prefix` tells parallel calls apart. */
export class CallPrinter {
  readonly #write: (line: string) => void;
  readonly #paint: Paint;
  readonly #prefix: string;

  constructor(write: (line: string) => void, paint: Paint, prefix = "") {
    this.#write = write;
    this.#paint = paint;
    this.#prefix = prefix;
  }

  message(message: LiveMessage): void {
    if (message.kind === "saying") this.#line("agent", message.text);
    if (message.kind === "booked")
      this.#line("booked", this.#paint.green(`${message.confirmation} ${message.summary}`));
    if (message.kind === "ended") this.#line("ended", message.reason);
  }

  /** The caller's words as they go on the line. */
  saying(text: string): void {
    this.#line("caller", this.#paint.bold(text));
  }

  turn(turn: CallReport["turns"][number]): void {
    const gap = turn.cutOff
      ? this.#paint.red("cut off")
      : turn.gapMs === null
        ? "no answer"
        : `${turn.gapMs} ms`;
    const misheard = turn.heard === null ? this.#paint.red("nothing") : `"${turn.heard}"`;
    this.#line("", this.#paint.dim(`understood ${misheard}, answered after ${gap}`));
  }

  #line(who: string, text: string): void {
    this.#write(`${this.#prefix}${this.#paint.dim(who.padEnd(7))} ${text}`);
  }
}

/** The outcome of one call, as lines. */
export function outcomeLines(report: CallReport, timeZone: string, paint: Paint): string[] {
  const verdict = report.graded ? "passed" : "not graded";
  const lines = ["", report.passed ? paint.green(verdict) : paint.red("failed")];
  lines.push(...report.faults.map((fault) => `  ${fault}`));
  if (report.booking !== null) lines.push(...bookingLines(report.booking, timeZone));
  const { p50, p95, max } = report.gapMs;
  if (p50 !== null)
    lines.push(`gap before an answer: median ${p50} ms, 95th percentile ${p95} ms, longest ${max} ms`);
  lines.push(
    `${report.turns.length} turns in ${report.seconds} s, seed ${report.seed}, voice ${report.voice}`,
  );
  return lines;
}

function bookingLines(booking: NonNullable<CallReport["booking"]>, timeZone: string): string[] {
  const start = Temporal.Instant.fromEpochMilliseconds(booking.start).toZonedDateTimeISO(timeZone);
  const { details, visit } = booking;
  const rows: readonly (readonly [string, string | null])[] = [
    ["confirmation", booking.confirmation],
    [
      "time",
      `${start.toPlainDate()} ${start.toPlainTime().toString({ smallestUnit: "minute" })} ${timeZone}`,
    ],
    ["with", `${booking.resource}, ${booking.offering}`],
    ["person", `${details.given} ${details.family}, born ${details.dateOfBirth}`],
    [
      "insurance",
      [details.payer, details.memberId, details.groupNumber].filter((part) => part !== null).join(" "),
    ],
    ["reason", [visit.complaint, visit.duration, visit.pain].filter((part) => part !== null).join(", ")],
    ["reached at", [details.phone, details.email].filter((part) => part !== null).join(" ")],
    [
      "address",
      details.address === null
        ? null
        : Object.values(details.address)
            .filter((part) => part !== null)
            .join(" "),
    ],
  ];
  return rows.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [`  ${name.padEnd(13)}${value}`],
  );
}

/** Pass rates of several calls, as lines. */
export function summaryLines(reports: readonly CallReport[], paint: Paint): string[] {
  const names = [...new Set(reports.map(({ caller }) => caller))];
  const rows = names.map((name) => {
    const mine = reports.filter(({ caller }) => caller === name);
    const passed = mine.filter((report) => report.passed).length;
    const gaps = percentiles(
      mine.flatMap(({ turns }) => turns.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs]))),
    );
    const score = `${passed}/${mine.length}`.padStart(7);
    const rate = passed === mine.length ? paint.green(score) : paint.red(score);
    return `${name.padEnd(22)}${rate}  ${gaps.p50 ?? "-"} / ${gaps.p95 ?? "-"} / ${gaps.max ?? "-"} ms`;
  });
  return ["", `${"caller".padEnd(22)} passed  gap p50 / p95 / max`, ...rows];
}
