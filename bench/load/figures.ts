/** Nearest-rank percentile; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function p50p95p99(values: readonly number[]): { p50: number; p95: number; p99: number } {
  const at = (share: number) => round(percentile(values, share), 2);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A share for people: "2.5 %". */
export function percent(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)} %`;
}

/** Rows of a table as aligned lines; the first row is the heading. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
