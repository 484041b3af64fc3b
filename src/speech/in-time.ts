import type { Clock } from "../ports/clock.ts";
import { judgeIn } from "./judge-in.ts";

/**
 * What the source gives, as long as each piece comes within `limitMs` of being wanted; then it throws what `late` makes. The source is not waited
 * for any more after that: whoever made it ends it.
 */
export async function* inTime<T>(
  source: AsyncIterable<T>,
  { limitMs, clock, late }: { limitMs: number; clock: Clock; late: () => Error },
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let finished = false;
  try {
    while (true) {
      const next = await nextWithin(iterator.next(), { limitMs, clock, late });
      finished = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // It may be stuck, and its end is of no interest.
    if (!finished) void iterator.return?.().catch(() => undefined);
  }
}

function nextWithin<R>(
  next: Promise<R>,
  { limitMs, clock, late }: { limitMs: number; clock: Clock; late: () => Error },
): Promise<R> {
  return new Promise((resolve, reject) => {
    const cancel = judgeIn(clock, limitMs, () => reject(late()));
    next.then(resolve, reject).finally(cancel);
  });
}
