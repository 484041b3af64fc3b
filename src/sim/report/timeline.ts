import { escapeHtml } from "../../jobs/compose-mail.ts";
import type { CallRecord, PromptRecord } from "../call-record.ts";
import { LEVEL_MS } from "../call-record.ts";
import type { TurnReport } from "../call-report.ts";

/** One strip of the timeline, in SVG units. */
const STRIP_MS = 30_000;
const WIDTH = 1000;
const HALF = 34;
const MIDDLE = 46;
const HEIGHT = 97;
const MS_PER_UNIT = STRIP_MS / WIDTH;
/** The louder end is a shouting caller, the quieter one a quiet line. */
const QUIETEST_DB = -50;
const LOUDEST_DB = -8;
const GRID_MS = 5_000;
const LABEL_UNITS_A_CHARACTER = 5.6;

/** The sound of both sides in strips of half a minute: the caller above the line, the agent below it. */
export function timelineOf(record: CallRecord): string {
  const strips = Math.max(1, Math.ceil(record.lengthMs / STRIP_MS));
  return Array.from({ length: strips }, (_, strip) => stripOf(record, strip * STRIP_MS)).join("\n");
}

function stripOf(record: CallRecord, fromMs: number): string {
  const marks = [
    ...grid(fromMs, record.lengthMs),
    ...record.report.turns.flatMap((turn) => turnMarks(turn, fromMs)),
    wave(record.callerLevels, fromMs, "caller", -1),
    wave(record.agentLevels, fromMs, "agent", 1),
    ...record.asides.flatMap(({ startMs, endMs, text }) => aside(startMs, endMs, text, fromMs)),
    ...promptLabels(record.prompts, fromMs),
  ];
  const label = `From ${clock(fromMs)} to ${clock(Math.min(record.lengthMs, fromMs + STRIP_MS))}`;
  return `<svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${marks.join("")}</svg>`;
}

function grid(fromMs: number, lengthMs: number): string[] {
  const lines: string[] = [
    `<line class="axis" x1="0" x2="${x(Math.min(lengthMs, fromMs + STRIP_MS), fromMs)}" y1="${MIDDLE}" y2="${MIDDLE}"/>`,
  ];
  for (let ms = fromMs; ms < fromMs + STRIP_MS && ms <= lengthMs; ms += GRID_MS) {
    const at = x(ms, fromMs);
    lines.push(`<line class="grid" x1="${at}" x2="${at}" y1="8" y2="${HEIGHT - 13}"/>`);
    lines.push(`<text class="tick" x="${at + 3}" y="9">${clock(ms)}</text>`);
  }
  return lines;
}

/** Bars of a tenth of a second, as one path. */
function wave(levels: readonly number[], fromMs: number, side: string, direction: 1 | -1): string {
  const first = fromMs / LEVEL_MS;
  const width = LEVEL_MS / MS_PER_UNIT;
  const bars = levels.slice(first, first + STRIP_MS / LEVEL_MS).flatMap((level, index) => {
    const share = Math.min(1, Math.max(0, (level - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
    if (share < 0.03) return [];
    const height = (share * HALF).toFixed(1);
    const sign = direction < 0 ? "-" : "";
    return [
      `M${(index * width).toFixed(1)} ${MIDDLE}v${sign}${height}h${(width * 0.72).toFixed(1)}V${MIDDLE}z`,
    ];
  });
  return `<path class="${side}" d="${bars.join("")}"/>`;
}

/** The gap before the answer, or where the agent spoke too soon, or where it was stopped. */
function turnMarks(turn: TurnReport, fromMs: number): string[] {
  const { endMs, startMs, gapMs, cutOff, stoppedAfterMs } = turn;
  return [
    ...(gapMs === null ? [] : band("gap", endMs, endMs + gapMs, fromMs, `answered after ${gapMs} ms`)),
    ...(cutOff ? band("cut", startMs, endMs, fromMs, "cut off") : []),
    ...(stoppedAfterMs === null
      ? []
      : band("stop", startMs, startMs + stoppedAfterMs, fromMs, `stopped after ${stoppedAfterMs} ms`)),
  ];
}

function band(kind: string, startMs: number, endMs: number, fromMs: number, title: string): string[] {
  const [start, end] = [Math.max(startMs, fromMs), Math.min(endMs, fromMs + STRIP_MS)];
  if (start >= end) return [];
  const width = Math.max(1.5, x(end, fromMs) - x(start, fromMs)).toFixed(1);
  return [
    `<rect class="${kind}" x="${x(start, fromMs)}" width="${width}" y="12" height="${HEIGHT - 29}"><title>${escapeHtml(title)}</title></rect>`,
  ];
}

function aside(startMs: number, endMs: number, text: string, fromMs: number): string[] {
  if (startMs < fromMs || startMs >= fromMs + STRIP_MS) return [];
  return [
    `<rect class="aside" x="${x(startMs, fromMs)}" width="${Math.max(3, (endMs - startMs) / MS_PER_UNIT).toFixed(1)}" y="12" height="4"><title>${escapeHtml(text)}</title></rect>`,
  ];
}

/** What the prompts are about, where there is room for it. */
function promptLabels(prompts: readonly PromptRecord[], fromMs: number): string[] {
  let free = 0;
  return prompts.flatMap(({ startMs, purpose }) => {
    const at = x(startMs, fromMs);
    if (at < free || at >= WIDTH) return [];
    free = at + purpose.length * LABEL_UNITS_A_CHARACTER + 8;
    const anchor = free > WIDTH ? ` text-anchor="end"` : "";
    return [
      `<text class="label" x="${anchor === "" ? at : WIDTH}"${anchor} y="${HEIGHT - 4}">${escapeHtml(purpose)}</text>`,
    ];
  });
}

function x(ms: number, fromMs: number): number {
  return Math.round(((ms - fromMs) / MS_PER_UNIT) * 10) / 10;
}

/** `1:05` */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
