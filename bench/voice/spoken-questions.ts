import type { Ms } from "../../src/core/values/ids.ts";
import { loadPractice } from "../../src/practices/load-practice.ts";
import { poorLine } from "../../src/sim/line-effects.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { areaHints } from "../../src/speech/area-hints.ts";
import { grammarRequest } from "../../src/speech/grammar/grammar-request.ts";
import { SpeechDecoder } from "../../src/speech/recognition/speech-decoder.ts";
import type { MeasuredLine } from "../turn-taking/measured-lines.ts";
import { type CallerSentence, callerSentences } from "./caller-sentences.ts";
import { speakTo, type WhatCameOfIt } from "./virtual-line.ts";

/** What is said before, so that the caller's level is known. */
const BEFORE = "Hello, I would like to make an appointment.";

/** What is said to a question of the clinic. */
export interface SaidToQuestion {
  readonly sentence: CallerSentence;
  readonly voice: string;
  readonly sound: Uint8Array;
  /** How far into the question; null = after it. */
  readonly intoMs: Ms | null;
  readonly line: MeasuredLine;
}

/** The questions that the clinic's simulated callers come to, and one embedded recognizer to hear what is said to them. */
export class SpokenQuestions {
  readonly byPurpose: ReadonlyMap<string, readonly CallerSentence[]>;
  readonly voices = openVoices();
  readonly #decoder: SpeechDecoder;
  readonly #area: readonly string[];
  readonly #seed: number;
  #count = 0;

  private constructor(
    sentences: readonly CallerSentence[],
    area: readonly string[],
    decoder: SpeechDecoder,
    seed: number,
  ) {
    this.byPurpose = Map.groupBy(sentences, ({ purpose }) => purpose);
    this.#area = area;
    this.#decoder = decoder;
    this.#seed = seed;
  }

  /** Each sound that is heard has a line of its own, from the seed. */
  static async open(seed: number): Promise<SpokenQuestions> {
    const practice = await loadPractice("practices", "clinic");
    const sentences = await callerSentences(practice, 1);
    return new SpokenQuestions(sentences, areaHints([practice]), await SpeechDecoder.open(), seed);
  }

  async hear({ sentence, voice, sound, intoMs, line }: SaidToQuestion): Promise<WhatCameOfIt> {
    const { previous: prompt, expectation } = sentence;
    this.#decoder.use(grammarRequest(expectation, this.#area));
    return speakTo({
      prompt,
      intoMs,
      expectation,
      before: await this.voices.say(BEFORE, voice),
      sound,
      line: poorLine({ ...line, seed: this.#seed + this.#count++ }),
      recognize: (heard) => this.#decoder.decode(heard),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.voices.close();
    this.#decoder.close();
  }
}
