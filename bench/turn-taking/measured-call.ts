import type { TurnReport } from "../../src/sim/call-report.ts";
import type { Caller } from "../../src/sim/caller.ts";
import { callers } from "../../src/sim/callers.ts";
import { cleanLine, poorLine } from "../../src/sim/line-effects.ts";
import { runCall } from "../../src/sim/run-call.ts";
import type { Aside } from "../../src/sim/spoken-call.ts";
import { plainSpokenManners } from "../../src/sim/spoken-manners.ts";
import { voiceTable } from "../../src/sim/voices/voice-table.ts";
import type { Voices } from "../../src/sim/voices/voices.ts";

export const lines = [
  { id: "clean", name: "clean", noiseDb: null, lossPercent: 0, jitterMs: 0 },
  { id: "noise", name: "noise 15 dB", noiseDb: 15, lossPercent: 0, jitterMs: 0 },
  { id: "loss", name: "3 % lost, 100 ms jitter", noiseDb: null, lossPercent: 3, jitterMs: 100 },
] as const;

export interface MeasuredCall {
  readonly caller: string;
  readonly passed: boolean;
  readonly turns: readonly TurnReport[];
  readonly asides: readonly Aside[];
}

export interface CallOnLine {
  readonly base: string;
  readonly line: (typeof lines)[number];
  readonly seed: number;
  readonly voices: Voices;
}

const manners = {
  ...plainSpokenManners,
  interrupts: 0.2,
  backChannels: 0.25,
  coughs: 0.2,
  readsInPartsMs: 1_500,
};
/** Those who book, each with sentences of their own. */
const booking: readonly Caller[] = callers.filter(
  ({ outcome, practice, truth }) => outcome === "booked" && practice === "clinic" && !truth.seenBefore,
);

export async function callOnLine({ base, line, seed, voices }: CallOnLine): Promise<MeasuredCall> {
  const caller = booking[seed % booking.length] as Caller;
  const names = Object.keys(voiceTable);
  const voice = names[seed % names.length] ?? caller.voice;
  const effects = poorLine({ ...cleanLine, ...line, seed });
  const { report, spoken } = await runCall({ caller, base, voices, voice, seed, effects, manners });
  return { caller: caller.name, passed: report.passed, turns: spoken.turns, asides: spoken.asides };
}
