import { workerData } from "node:worker_threads";
import { type FliteSettings, openFlite } from "./flite/flite.ts";
import { serveSynthesis } from "./synthesis-job.ts";

/** What the worker is started with: who speaks, and how. */
export interface SynthesisWorkerData {
  readonly settings: FliteSettings;
}

const { settings } = workerData as SynthesisWorkerData;
const flite = openFlite();

await serveSynthesis(
  (text) => flite.speak(text, settings),
  () => flite.prepare(),
);
