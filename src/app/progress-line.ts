const EVERY_MS = 250;

/** Rewrites one line of the terminal a few times a second; the last one stays. Says nothing where nobody looks. */
export function progressLine(): (line: string, last: boolean) => void {
  if (!process.stderr.isTTY) return () => {};
  let shownMs = 0;
  return (line, last) => {
    const nowMs = performance.now();
    if (nowMs - shownMs < EVERY_MS && !last) return;
    shownMs = nowMs;
    process.stderr.write(`\r\u001b[K${line}${last ? "\n" : ""}`);
  };
}
