import { TaskCancelledError } from "cockatiel";
import type { Clock } from "../../ports/clock.ts";

interface TimeLimit {
  readonly clock: Clock;
  readonly limitMs: number;
}

/** Ends work that has had its time with a `TaskCancelledError`, whether it listens to its signal or not. */
export async function inTime<T>(
  { clock, limitMs }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
  wanted: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const timeIsUp = () => over.abort(new TaskCancelledError("The attempt has had its time."));
  const cancel = clock.after(limitMs, timeIsUp);
  try {
    return await Promise.race([work(AbortSignal.any([wanted, over.signal])), abortOf(over.signal)]);
  } finally {
    cancel();
    over.abort();
  }
}

export function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
