import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Log } from "../ports/telemetry.ts";
import { openClauseSynthesizer } from "./clause-synthesizer.ts";
import type { FliteSettings } from "./flite/flite.ts";
import type { SynthesisWorkerData } from "./synthesis-worker.ts";

export interface EmbeddedSynthesizerSettings {
  readonly log: Log;
  /** The agent's voice when left out. */
  readonly voice?: FliteSettings;
}

/** Slightly slower than the voice's own pace, which is quick for numbers on a telephone. */
const agentVoice: FliteSettings = { voice: "slt", stretch: 1.05 };

/** Speaks with the embedded voice. */
export function openEmbeddedSynthesizer({ log, voice }: EmbeddedSynthesizerSettings): Promise<Synthesizer> {
  const data: SynthesisWorkerData = { settings: voice ?? agentVoice };
  return openClauseSynthesizer({ log, program: new URL("./synthesis-worker.ts", import.meta.url), data });
}
