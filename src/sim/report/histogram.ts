/** Gaps above this are counted together. */
const LONGEST_MS = 2_000;
const BIN_MS = 100;
const WIDTH = 600;
const HEIGHT = 120;
const FOOT = 16;
/** Room for the count above the highest bar. */
const HEAD = 22;

/** How many answers came after how long, with the goals for the median and the 95th percentile. */
export function histogramOf(gaps: readonly number[], goals: readonly number[]): string {
  const bins = Array.from({ length: LONGEST_MS / BIN_MS + 1 }, () => 0);
  for (const gap of gaps) {
    const bin = Math.min(bins.length - 1, Math.floor(gap / BIN_MS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...bins);
  const width = WIDTH / bins.length;
  const heightOf = (count: number) => (count / most) * (HEIGHT - FOOT - HEAD);
  const bars = bins.map((count, bin) => {
    const height = heightOf(count);
    const range =
      bin === bins.length - 1 ? `${LONGEST_MS} ms and more` : `${bin * BIN_MS} to ${(bin + 1) * BIN_MS} ms`;
    return `<rect class="bar" x="${(bin * width + 1).toFixed(1)}" width="${(width - 2).toFixed(1)}" y="${(HEIGHT - FOOT - height).toFixed(1)}" height="${height.toFixed(1)}"><title>${range}: ${count}</title></rect>`;
  });
  const counts = bins.flatMap((count, bin) => {
    const [x, y] = [(bin + 0.5) * width, HEIGHT - FOOT - heightOf(count) - 3];
    return count === 0
      ? []
      : `<text class="tick" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle">${count}</text>`;
  });
  const ticks = [0, 500, 1_000, 1_500, LONGEST_MS].map(
    (ms) =>
      `<text class="tick" ${ms === LONGEST_MS ? `x="${WIDTH}" text-anchor="end"` : `x="${((ms / BIN_MS) * width).toFixed(1)}"`} y="${HEIGHT - 3}">${ms}${ms === LONGEST_MS ? "+ ms" : ""}</text>`,
  );
  const lines = goals.map((ms) => {
    const at = ((ms / BIN_MS) * width).toFixed(1);
    return `<line class="goal" x1="${at}" x2="${at}" y1="4" y2="${HEIGHT - FOOT}"><title>goal: ${ms} ms</title></line>`;
  });
  const [median, p95] = goals;
  return `<svg class="histogram" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Gaps before answers">${[...bars, ...lines, ...counts, ...ticks].join("")}</svg>
<p class="legend"><i class="goal"></i>what they are held against: ${median} ms for the median, ${p95} ms for the 95th percentile</p>`;
}
