import { workerData } from "node:worker_threads";
import sherpa from "sherpa-onnx-node";
import type { Sound } from "../flite/flite.ts";
import { serveSynthesis } from "../synthesis-job.ts";
import type { PresentModel } from "./present-models.ts";

const { files: vits } = workerData as PresentModel<"voice">;

const voice = new sherpa.OfflineTts({
  model: { vits, numThreads: 1, provider: "cpu", debug: false },
  maxNumSentences: 1,
});

function speak(text: string): Sound {
  // A buffer that native code owns cannot be handed on by a thread.
  const { samples, sampleRate } = voice.generate({ text, sid: 0, speed: 1, enableExternalBuffer: false });
  return { sampleRate, samples: Int16Array.from(samples, (one) => Math.max(-1, Math.min(1, one)) * 32_767) };
}

await serveSynthesis(speak);
