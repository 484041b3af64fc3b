import type { Synthesizer } from "../../ports/synthesizer.ts";
import type { Log } from "../../ports/telemetry.ts";
import { openClauseSynthesizer } from "../clause-synthesizer.ts";
import type { PresentModel } from "./present-models.ts";

/** Speaks on this machine with a voice that was fetched. Rejects when the model cannot be loaded. */
export function openSherpaSynthesizer(settings: {
  readonly model: PresentModel<"voice">;
  readonly log: Log;
}): Promise<Synthesizer> {
  const program = new URL("./sherpa-synthesis-worker.ts", import.meta.url);
  return openClauseSynthesizer({ log: settings.log, program, data: settings.model });
}
