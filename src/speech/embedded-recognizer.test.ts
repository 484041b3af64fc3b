import { recognizerContract } from "../ports/recognizer.contract.ts";
import { openEmbeddedRecognizer } from "./embedded-recognizer.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { openSpeaker } from "./testing/spoken-frames.ts";

const speaker = await openSpeaker();

recognizerContract({
  open: () => openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry }),
  say: (text) => speaker(text, { voice: "rms" }),
});
