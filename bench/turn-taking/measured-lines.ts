import { cleanLine } from "../../src/sim/line-effects.ts";

/** The lines on which turn-taking is measured, with and without time. */
export const measuredLines = [
  { ...cleanLine, id: "clean", name: "clean" },
  { ...cleanLine, id: "noise", name: "noise 15 dB", noiseDb: 15 },
  { ...cleanLine, id: "loss", name: "3 % lost, 100 ms jitter", lossPercent: 3, jitterMs: 100 },
] as const;

export type MeasuredLine = (typeof measuredLines)[number];
