import { synthesizerContract } from "../ports/synthesizer.contract.ts";
import { openEmbeddedSynthesizer } from "./embedded-synthesizer.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";

synthesizerContract(() => openEmbeddedSynthesizer({ log: quietTelemetry.log }));
