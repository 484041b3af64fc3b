import { demoClinic } from "../../src/core/call/testing/demo-clinic.ts";
import { demoGarage } from "../../src/core/call/testing/demo-garage.ts";
import { clinicFirstWords, garageFirstWords } from "../../src/core/call/testing/first-words.data.ts";
import { TypedCall } from "../../src/core/call/testing/typed-call.ts";
import type { Practice } from "../../src/core/practice/practice.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { areaHints } from "../../src/speech/area-hints.ts";
import { grammarRequest } from "../../src/speech/grammar/grammar-request.ts";
import { SpeechDecoder } from "../../src/speech/recognition/speech-decoder.ts";
import { inCall } from "./caller-answers.ts";
import { expectationNow } from "./caller-sentences.ts";

export interface FirstWordsOptions {
  readonly voices: readonly string[];
  /** Only tasks whose id contains one of these. */
  readonly only: readonly string[] | null;
}

/**
 * Says what callers begin with, in every voice, to the recognizer as it listens after the greeting, and prints by task how
 * much of it is taken up as the typed words would be.
 */
export async function measureFirstWords({ voices, only }: FirstWordsOptions): Promise<void> {
  const speaker = openVoices();
  const decoder = await SpeechDecoder.open();
  for (const [practice, openings] of [
    [demoClinic, clinicFirstWords],
    [demoGarage, garageFirstWords],
  ] as const) {
    decoder.use(grammarRequest(await expectationAtFirst(practice), areaHints([practice])));
    const [all, ofAll] = [{ right: 0, of: 0 }, `${practice.id} in all`];
    for (const [task, lines] of openings.filter(
      ([id]) => only === null || only.some((one) => id.includes(one)),
    )) {
      let [right, of] = [0, 0];
      for (const line of lines)
        for (const voice of voices) {
          const { text, confidence } = decoder.decode(inCall(await speaker.say(line, voice)));
          const same = (await taskOf(practice, text)) === task;
          [right, of] = [right + (same ? 1 : 0), of + 1];
          if (!same) console.log(`  ${task} ${voice}: ${line} -> ${text} ${confidence.toFixed(2)}`);
        }
      print(`${practice.id} ${task}`, right, of);
      [all.right, all.of] = [all.right + right, all.of + of];
    }
    print(ofAll, all.right, all.of);
  }
  await speaker.close();
}

function print(what: string, right: number, of: number): void {
  console.log(`${what.padEnd(28)}${((100 * right) / of).toFixed(1).padStart(6)} %  of ${of}`);
}

async function expectationAtFirst(practice: Practice) {
  return expectationNow(await TypedCall.answered({ practice }));
}

/** The task that these words begin; null when nothing is begun. */
async function taskOf(practice: Practice, text: string): Promise<string | null> {
  const call = await TypedCall.answered({ practice, from: "+15035550177" });
  await call.type(text);
  return /noMatch|howCanIHelp|transfer|goodbye|emergency/.test(call.purpose)
    ? null
    : call.state.dialogue.task;
}
