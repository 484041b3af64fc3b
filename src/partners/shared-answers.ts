import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Clock } from "../ports/clock.ts";

interface Options<T> {
  readonly keptMs: number;
  readonly most: number;
  /** Whether an answer is worth remembering; failures never are. */
  readonly keeps: (answer: T) => boolean;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Answers of an outside service by what was asked. Several who ask the same at the same time share one question, and what is
 * worth it is remembered. What was asked is kept as a keyed hash that means nothing outside this process.
 */
export function sharedAnswers<T>({ keptMs, most, keeps, clock }: Options<T>) {
  const salt = randomBytes(32);
  const known = new LRUCache<string, Promise<T>>({
    max: most,
    ttl: keptMs,
    // With a resolution the cache would keep time itself, with a timer of the machine.
    ttlResolution: 0,
    perf: { now: () => clock.now() },
  });
  return (question: string, ask: () => Promise<T>): Promise<T> => {
    const key = createHmac("sha256", salt).update(question).digest("base64");
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = ask();
    known.set(key, answer);
    const forget = () => known.delete(key);
    answer.then((told) => void (keeps(told) || forget()), forget);
    return answer;
  };
}
