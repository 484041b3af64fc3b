import type { TurnReport } from "../../src/sim/call-report.ts";
import type { Caller } from "../../src/sim/caller.ts";
import { callers } from "../../src/sim/callers.ts";
import { poorLine } from "../../src/sim/line-effects.ts";
import { runCall } from "../../src/sim/run-call.ts";
import type { Aside } from "../../src/sim/spoken-call.ts";
import { plainSpokenManners } from "../../src/sim/spoken-manners.ts";
import { voiceTable } from "../../src/sim/voices/voice-table.ts";
import type { Voices } from "../../src/sim/voices/voices.ts";
import type { MeasuredLine } from "./measured-lines.ts";

export interface MeasuredCall {
  readonly caller: string;
  readonly passed: boolean;
  readonly turns: readonly TurnReport[];
  readonly asides: readonly Aside[];
}

export interface CallOnLine {
  readonly base: string;
  readonly line: MeasuredLine;
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
  const effects = poorLine({ ...line, seed });
  const { report, spoken } = await runCall({ caller, base, voices, voice, seed, effects, manners });
  return { caller: caller.name, passed: report.passed, turns: spoken.turns, asides: spoken.asides };
}
