import type { Paint } from "../../sim/call-printer.ts";
import type { Finding } from "./check.ts";

/** A line for each finding, and under what fails how to mend it. */
export function findingLines(findings: readonly Finding[], paint: Paint): readonly string[] {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings.flatMap((finding) => {
    const name = finding.what.padEnd(width);
    const state = paintOf(finding, paint)(finding.state.padEnd("not configured".length));
    const line = `${name}  ${state}  ${finding.seen}`;
    if (finding.state !== "fails") return [line];
    return [line, `${" ".repeat(width)}  ${paint.bold(finding.mend)}`];
  });
}

function paintOf({ state }: Finding, paint: Paint) {
  if (state === "works") return paint.green;
  return state === "fails" ? paint.red : paint.dim;
}
