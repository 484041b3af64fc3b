import { type ResilienceLimits, usualLimits } from "../resilience/resilience.ts";

/** Nobody on the telephone waits for a store: at start people do, and a refresh can take its time. */
export const storeLimits: ResilienceLimits = { ...usualLimits, deadlineMs: 10_000, attemptMs: 4_000 };
