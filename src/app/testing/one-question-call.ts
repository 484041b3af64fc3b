import { preparedFolder } from "../../ledger/testing/test-database.ts";
import type { CallerMind } from "../../sim/caller-mind.ts";
import { asksQuestions } from "../../sim/callers/asks-questions.ts";
import { mediaBase } from "../../sim/media-base.ts";
import { callSpoken } from "../../sim/spoken-call.ts";
import type { Voices } from "../../sim/voices/voices.ts";
import { silentRecognizer } from "../../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../../speech/tone-synthesizer.ts";
import { startServer } from "../server.ts";
import { readSettings } from "../settings.ts";

/** Several times as fast as speech, so that a test is over sooner. */
export const quickTone = () => toneSynthesizer({ msPerCharacter: 5 });

/** Telephones a whole server with these settings, asks one thing, hears the answer, and hangs up. */
export async function askOnce(question: string, voices: Voices, settings: Readonly<Record<string, string>>) {
  await using folder = await preparedFolder();
  const environment = { PORT: "0", FRONTDESK_DATA: folder.path, LOG_LEVEL: "error", ...settings };
  const local = { recognizer: silentRecognizer(), synthesizer: quickTone() };
  const server = await startServer(readSettings(environment), { local });
  const call = await callSpoken({
    caller: asksQuestions,
    mind: asking(question),
    base: mediaBase(server.url),
    voices,
    voice: "rob",
    seed: 1,
    today: Temporal.PlainDate.from("2026-03-02"),
  });
  const metrics = await server.telemetry.expose();
  await server.close(0);
  return { call, metrics };
}

function asking(text: string): CallerMind {
  let asked = false;
  return {
    react() {
      if (asked) return { kind: "hangUp", why: "done" };
      asked = true;
      return { kind: "say", text };
    },
    cutOff: () => undefined,
    overhear: () => undefined,
    knows: { heardEmergency: false, heardBooked: null, told: new Set(), misread: 0 },
  };
}
