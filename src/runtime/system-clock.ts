import type { Clock } from "../ports/clock.ts";

/** The machine's clock. Its alarms do not keep a process alive that has nothing else to do. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: alarm,
};

/** The event loop counts whole milliseconds and may ring a fraction early; then the rest is waited for too. */
function alarm(delayMs: number, callBack: () => void): () => void {
  const dueMs = performance.now() + delayMs;
  const ring = () => {
    const leftMs = dueMs - performance.now();
    if (leftMs <= 0) return callBack();
    timer = setTimeout(ring, Math.ceil(leftMs)).unref();
  };
  let timer = setTimeout(ring, Math.max(0, delayMs)).unref();
  return () => clearTimeout(timer);
}
