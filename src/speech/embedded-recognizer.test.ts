import { expect, test } from "vitest";
import { MULAW_SILENCE } from "../core/audio/audio-frame.ts";
import { mixMulawInto } from "../core/audio/mix.ts";
import { nothingExpected } from "../core/language/expectation.ts";
import { recognizerContract } from "../ports/recognizer.contract.ts";
import { openEmbeddedRecognizer } from "./embedded-recognizer.ts";
import { hearSound } from "./hear-sound.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { openSpeaker } from "./testing/spoken-frames.ts";

/** A sixtieth of the usual amplitude: 35 dB quieter. */
const QUIET = 1 / 60;

const speaker = await openSpeaker();

recognizerContract({
  open: () => openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry }),
  say: (text) => speaker(text, { voice: "rms" }),
});

test("a caller who is hardly to be heard is understood like any other", async () => {
  const ears = await openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry });
  const said = Buffer.concat(speaker("for three days", { voice: "rms" }));
  const quiet = new Uint8Array(said.length).fill(MULAW_SILENCE);
  mixMulawInto(quiet, said, QUIET);
  const heard = await hearSound(ears, { ...nothingExpected, asked: ["duration"] }, quiet);
  expect(heard).toBe("for three days");
  await ears.close();
});
