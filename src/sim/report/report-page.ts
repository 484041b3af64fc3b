import { escapeHtml } from "../../jobs/compose-mail.ts";
import type { CallRecord, PromptRecord } from "../call-record.ts";
import type { Percentiles, TurnReport } from "../call-report.ts";
import type { Aside } from "../spoken-call.ts";
import { type Figures, figuresOf, gapsOf } from "./figures.ts";
import { histogramOf } from "./histogram.ts";
import { style } from "./report-style.data.ts";
import { clock, timelineOf } from "./timeline.ts";

/** What the calls are held against: median and 95th percentile of the gap, and of the time to fall silent. */
const goals = { gapMs: [350, 800], stopMs: 200, cutOffShare: 0.015 } as const;

export interface ReportPage {
  readonly records: readonly CallRecord[];
  /** The line and the callers' manners, in words. */
  readonly conditions: string;
  /** Name of the JSON file beside the page. */
  readonly dataFile: string;
}

/** Simulated calls as one page that needs nothing else: figures, then every call with its sound and its words. */
export function reportPage({ records, conditions, dataFile }: ReportPage): string {
  const figures = figuresOf(records);
  const firstFailed = Math.max(
    0,
    records.findIndex(({ report }) => !report.passed),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated calls: ${figures.passed} of ${figures.calls} passed</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Simulated calls</h1>
<p class="conditions">${escapeHtml(conditions)} · <a href="${escapeHtml(dataFile)}">data</a></p>
</header>
<main>
<section class="tiles">${tiles(figures)}</section>
<section class="card"><h2>Gap between the caller's last sound and the first sound of the answer</h2>${histogramOf(
    records.flatMap(({ report }) => gapsOf(report.turns)),
    goals.gapMs,
  )}</section>
${records.length > 1 ? `<section class="card"><h2>Callers</h2>${callerTable(records)}</section>` : ""}
<section class="calls">${records.map((record, index) => callSection(record, index === firstFailed)).join("\n")}</section>
</main>
</body>
</html>
`;
}

function tiles(figures: Figures): string {
  const { calls, passed, turns, gapMs, cutOff, bargeIns, stopMs, ignored, unheard } = figures;
  const share = turns === 0 ? 0 : cutOff / turns;
  const gapWell = (gapMs.p50 ?? 0) <= goals.gapMs[0] && (gapMs.p95 ?? 0) <= goals.gapMs[1];
  return [
    tile(
      "passed",
      `${passed} / ${calls}`,
      "calls with exactly the wanted rows in the database",
      passed === calls,
    ),
    tile("gap", pair(gapMs), `median / 95th percentile, longest ${ms(gapMs.max)}`, gapWell),
    tile(
      "cut off",
      `${(share * 100).toFixed(1)} %`,
      `${cutOff} of ${turns} turns`,
      share <= goals.cutOffShare,
    ),
    tile(
      "interruptions",
      bargeIns === 0 ? "none" : pair(stopMs),
      bargeIns === 0
        ? "nobody spoke into the agent's words"
        : `to fall silent, ${ignored} of ${bargeIns} ignored`,
      ignored === 0 && (stopMs.p95 ?? 0) <= goals.stopMs,
    ),
    tile("not heard", String(unheard), "turns that were taken for nothing", unheard === 0),
  ].join("");
}

function tile(name: string, value: string, about: string, well: boolean): string {
  return `<div class="tile ${well ? "well" : "ill"}"><h3>${escapeHtml(name)}</h3><p class="value">${escapeHtml(value)}</p><p class="about">${escapeHtml(about)}</p></div>`;
}

function callerTable(records: readonly CallRecord[]): string {
  const names = [...new Set(records.map(({ report }) => report.caller))];
  const rows = names.map((name) => {
    const figures = figuresOf(records.filter(({ report }) => report.caller === name));
    const { passed, calls, turns, gapMs, cutOff } = figures;
    const cells = [`${passed} / ${calls}`, ms(gapMs.p50), ms(gapMs.p95), String(turns), String(cutOff)];
    return `<tr class="${passed === calls ? "well" : "ill"}"><th>${escapeHtml(name)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
  });
  const heads = ["caller", "passed", "gap median", "95th percentile", "turns", "cut off"];
  return `<div class="wide"><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function callSection(record: CallRecord, open: boolean): string {
  const { report } = record;
  const badge = report.passed
    ? `<span class="badge well">passed</span>`
    : `<span class="badge ill">failed</span>`;
  const faults = report.faults.map((fault) => `<li>${escapeHtml(fault)}</li>`).join("");
  const facts = `seed ${report.seed} · voice ${report.voice} · ${clock(record.lengthMs)} · ${report.turns.length} turns · gap ${ms(report.gapMs.p50)} / ${ms(report.gapMs.p95)} · ${report.ended}`;
  return `<details class="card call"${open ? " open" : ""}>
<summary>${badge}<strong>${escapeHtml(report.caller)}</strong><span class="facts">${escapeHtml(facts)}</span></summary>
${faults === "" ? "" : `<ul class="faults">${faults}</ul>`}
<p class="legend">${legend}</p>
<div class="timeline">${timelineOf(record)}</div>
<ol class="talk">${talkOf(record).join("\n")}</ol>
</details>`;
}

const legend = [
  ["caller", "caller"],
  ["agent", "agent"],
  ["gap", "gap"],
  ["stop", "agent stopped"],
  ["cut", "cut off"],
]
  .map(([kind, name]) => `<span><i class="${kind}"></i>${name}</span>`)
  .join(" ");

/** Prompts, answers and asides in the order in which they began. */
function talkOf({ prompts, asides, report }: CallRecord): string[] {
  const lines = [
    ...prompts.map((prompt) => ({ at: prompt.startMs, html: promptLine(prompt) })),
    ...report.turns.map((turn) => ({ at: turn.startMs, html: turnLine(turn) })),
    ...asides.map((aside) => ({ at: aside.startMs, html: asideLine(aside) })),
  ];
  return lines.toSorted((one, other) => one.at - other.at).map(({ html }) => html);
}

function promptLine({ startMs, purpose, text, heard, finished }: PromptRecord): string {
  const unheard = finished ? "" : text.slice(heard);
  const words = `${escapeHtml(text.slice(0, finished ? text.length : heard))}${unheard === "" ? "" : `<s>${escapeHtml(unheard)}</s>`}`;
  return `<li class="agent"><time>${clock(startMs)}</time><p>${words}</p><small>${escapeHtml(purpose)}${finished ? "" : " · cut short"}</small></li>`;
}

const asideNotes = {
  spokeOn: "the agent spoke on",
  resumed: "the agent stopped and took its words up again",
  stopped: `<b class="ill">the agent stopped for good</b>`,
  overtaken: "the caller's own words followed",
} as const;

function asideLine({ startMs, text, outcome }: Aside): string {
  return `<li class="aside"><time>${clock(startMs)}</time><p>${escapeHtml(text)}</p><small>${asideNotes[outcome]}</small></li>`;
}

function turnLine(turn: TurnReport): string {
  const { startMs, said, heard, gapMs, cutOff, hushed, stoppedAfterMs } = turn;
  const notes = [
    said.startsWith("[")
      ? ""
      : heard === null
        ? `<b class="ill">not heard</b>`
        : `understood “${escapeHtml(heard)}”`,
    cutOff ? `<b class="ill">cut off${hushed ? ", fell silent" : ""}</b>` : "",
    gapMs === null
      ? ""
      : `<span class="${gapMs <= goals.gapMs[1] ? "" : "ill"}">answered after ${gapMs} ms</span>`,
    stoppedAfterMs === null ? "" : `stopped the agent after ${stoppedAfterMs} ms`,
  ].filter((note) => note !== "");
  return `<li class="caller"><time>${clock(startMs)}</time><p>${escapeHtml(said)}</p><small>${notes.join(" · ")}</small></li>`;
}

function pair({ p50, p95 }: Percentiles): string {
  return p50 === null ? "–" : `${p50} / ${ms(p95)}`;
}

function ms(value: number | null): string {
  return value === null ? "–" : value >= 10_000 ? `${(value / 1000).toFixed(0)} s` : `${value} ms`;
}
