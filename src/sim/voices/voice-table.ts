import type { FliteOptions } from "./flite-program.ts";

/** The voices that simulated callers have. None is the agent's: recognition is never tested on our own sound. */
export const voiceTable: Readonly<Record<string, FliteOptions>> = {
  susan: { voice: "slt", stretch: 1, pitchHz: null },
  rob: { voice: "rms", stretch: 1, pitchHz: null },
  alan: { voice: "awb", stretch: 1, pitchHz: null },
  ken: { voice: "kal16", stretch: 1, pitchHz: null },
  grace: { voice: "slt", stretch: 1.15, pitchHz: 210 },
  frank: { voice: "rms", stretch: 1.15, pitchHz: 85 },
  lily: { voice: "slt", stretch: 0.95, pitchHz: 230 },
  victor: { voice: "rms", stretch: 0.95, pitchHz: 125 },
};
