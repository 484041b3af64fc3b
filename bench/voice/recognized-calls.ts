import { SpokenTurns } from "../../src/core/call/testing/spoken-turns.ts";
import { TypedCall } from "../../src/core/call/testing/typed-call.ts";
import type { Practice } from "../../src/core/practice/practice.ts";
import { loadPractice } from "../../src/practices/load-practice.ts";
import type { Caller } from "../../src/sim/caller.ts";
import { openMind } from "../../src/sim/caller-mind.ts";
import { callers } from "../../src/sim/callers.ts";
import { firstVisitOf } from "../../src/sim/first-visit.ts";
import { gradeCall } from "../../src/sim/grade.ts";
import { changesBetween } from "../../src/sim/ledger-changes.ts";
import { seenIn } from "../../src/sim/memory-office.ts";
import { seededRandom } from "../../src/sim/random.ts";
import { callVirtually } from "../../src/sim/virtual-call.ts";
import { voiceTable } from "../../src/sim/voices/voice-table.ts";
import { openVoices, type Voices } from "../../src/sim/voices/voices.ts";
import { areaHints } from "../../src/speech/area-hints.ts";
import { grammarRequest } from "../../src/speech/grammar/grammar-request.ts";
import { SpeechDecoder } from "../../src/speech/recognition/speech-decoder.ts";
import { inCall } from "./caller-answers.ts";
import { expectationNow } from "./caller-sentences.ts";

export interface RecognizedCallsOptions {
  /** Calls of each caller, each with another voice and other words. */
  readonly repeat: number;
  readonly seed: number;
  /** Only these callers. */
  readonly only: readonly string[] | null;
}

interface Ears {
  readonly voices: Voices;
  readonly decoder: SpeechDecoder;
}

/** What was said to a question, and what was heard. */
type Line = readonly [purpose: string, said: string, heard: string];

const TURN_LIMIT = 60;
const instant = Date.UTC(2026, 2, 2, 17);
const voiceNames = Object.keys(voiceTable);

/**
 * Whole calls of the simulated callers, every sentence of theirs through a voice and the recognizer, without a line and without
 * time: how a busy machine answers does not show. Prints what failed and why, and the rate of those that passed.
 */
export async function measureRecognizedCalls({ repeat, seed, only }: RecognizedCallsOptions): Promise<void> {
  const ears: Ears = { voices: openVoices(), decoder: await SpeechDecoder.open() };
  const tallies = new Map<string, { passed: number; of: number }>();
  for (const caller of callers.filter(
    ({ name, practice }) => only?.some((one) => one === name || one === practice) ?? true,
  )) {
    const practice = await loadPractice("practices", caller.practice);
    for (let round = 0; round < repeat; round++) {
      const voice =
        round === 0
          ? caller.voice
          : (voiceNames[(voiceNames.indexOf(caller.voice) + round) % voiceNames.length] as string);
      const { faults, lines } = await callOf(caller, practice, { ears, seed: seed + round, voice });
      for (const key of [caller.practice, "all"]) {
        const tally = tallies.get(key) ?? { passed: 0, of: 0 };
        tallies.set(key, { passed: tally.passed + (faults.length === 0 ? 1 : 0), of: tally.of + 1 });
      }
      console.log(
        `${faults.length === 0 ? "passed" : "FAILED"} ${caller.name}#${seed + round} ${voice} ${faults.join(" ")}`,
      );
      if (faults.length > 0)
        for (const [purpose, said, heard] of lines) console.log(`    ${purpose}: ${said} -> ${heard}`);
    }
  }
  await ears.voices.close();
  for (const [key, { passed, of }] of tallies)
    console.log(`${key.padEnd(28)}${((100 * passed) / of).toFixed(1).padStart(6)} %  of ${of}`);
}

interface Circumstance {
  readonly ears: Ears;
  readonly seed: number;
  readonly voice: string;
}

async function callOf(caller: Caller, practice: Practice, { ears, seed, voice }: Circumstance) {
  const call = new TypedCall({ practice, from: caller.truth.phone, instant });
  const { perform } = call.ledger;
  if (caller.truth.seenBefore)
    await callVirtually({ caller: firstVisitOf(caller), practice, perform, seed, instant, how: "typed" });
  const before = seenIn(call.ledger, practice.id);
  await call.settle();
  const turns = new SpokenTurns(call);
  const today = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(practice.timeZone)
    .toPlainDate();
  const mind = openMind(caller, seededRandom(seed), today);
  const lines: Line[] = [];
  const area = areaHints([practice]);
  for (let turn = 0; turn < TURN_LIMIT && call.end === null; turn++) {
    await turns.listens();
    const prompts = call.purposes.map((purpose, index) => ({ purpose, text: call.words[index] ?? "" }));
    const action = mind.react(prompts);
    call.purposes = [];
    call.words = [];
    if (action.kind === "hangUp") break;
    if (action.kind === "listen") await call.waits();
    else if (action.kind === "press") await call.press(action.keys.join(""));
    else {
      const purpose = prompts.at(-1)?.purpose ?? "";
      ears.decoder.use(grammarRequest(expectationNow(call), area));
      const { text, confidence } = ears.decoder.decode(inCall(await ears.voices.say(action.text, voice)));
      lines.push([purpose, action.text, `${text} ${confidence.toFixed(2)}`]);
      await turns.says(text, { confidence, forMs: Math.max(600, text.length * 60) });
    }
  }
  mind.overhear(call.purposes.map((purpose, index) => ({ purpose, text: call.words[index] ?? "" })));
  const changes = changesBetween(before, seenIn(call.ledger, practice.id));
  const faults = gradeCall({ caller, changes, ...mind.knows, today, practice });
  return { faults, lines };
}
