import type { Practice } from "../core/practice/practice.ts";
import type { FreedTime } from "../core/scheduling/freed-opening.ts";
import type { OutboxJob } from "./ledger-context.ts";

export const waitlistQueue = "waitlist-offer";

/** Time that has become free, as identifiers and numbers. */
export interface WaitlistJob {
  readonly practice: string;
  /** Joined by `+`. */
  readonly resources: string;
  readonly start: string;
  readonly end: string;
}

/** One job for each time that becomes free; `change` names the change that freed it. */
export function waitlistJob(practice: Practice, change: string, freed: FreedTime): OutboxJob {
  const data: WaitlistJob = {
    practice: practice.id,
    resources: freed.resources.join("+"),
    start: String(freed.start),
    end: String(freed.end),
  };
  return { key: `waitlist/${change}`, queue: waitlistQueue, data: { ...data } };
}

export function freedTime({ resources, start, end }: WaitlistJob): FreedTime {
  return { resources: resources.split("+"), start: Number(start), end: Number(end) };
}
