import type { FliteSettings } from "../../speech/flite/flite.ts";

/** The voices that simulated callers have. None is the agent's: recognition is never tested on our own sound. */
export const voiceTable: Readonly<Record<string, FliteSettings>> = {
  rob: { voice: "rms" },
  alan: { voice: "awb" },
  ken: { voice: "kal16" },
  frank: { voice: "rms", stretch: 1.15, pitchHz: 85 },
  victor: { voice: "rms", stretch: 0.95, pitchHz: 125 },
  bruce: { voice: "awb", stretch: 1.1, pitchHz: 110 },
  karl: { voice: "kal16", stretch: 1.1, pitchHz: 120 },
};
