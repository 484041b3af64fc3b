import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LRUCache } from "lru-cache";
import createModule, { type Decoder, type SoundSwallowerModule } from "soundswallower";
import { SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { automaticGain } from "../../core/audio/automatic-gain.ts";
import { mulawToLinear } from "../../core/audio/mulaw.ts";
import { suppressNoise } from "../../core/audio/noise-suppression.ts";
import type { Automaton } from "../grammar/automaton.ts";
import { garbageEntries } from "../grammar/garbage.ts";
import { compileGrammar, moreMark } from "../grammar/grammar.ts";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import { pronounce } from "../grammar/pronounce.ts";
import { pronunciations } from "../grammar/pronunciation-table.ts";
import { freeLetter, letter } from "../grammar/spelling.ts";
import { letterSounds } from "../grammar/spelling-table.ts";
import { confidenceOf, plainWords, withoutForm } from "./found-words.ts";
import { type GrammarFunctions, loadGrammar, weightOf } from "./grammar-loader.ts";
import { mistakeOf } from "./mistaken-words.ts";
import {
  isMurmured,
  mayBeMurmur,
  murmurOr,
  murmursFrom,
  nothingBut,
  wordsPrevail,
} from "./murmur-grammar.ts";

/** What the decoder makes of the sound so far. */
export interface Decoded {
  /** Lower case, without punctuation; empty when nothing of it is words. */
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  /** A murmur that the sound is as well, as a listener's "uh-huh" is heard as whatever words are nearest to it; null = none. */
  readonly murmur: string | null;
}

/** Words as the grammar has them, with its marks. */
interface Found {
  readonly raw: string;
  readonly confidence: number;
}

/** Nothing but these words, and how well they fit the sound, as a natural logarithm. */
interface Alone extends Found {
  readonly fit: number;
}

/** The decoder's C functions that its own class does not show. */
interface DecoderFunctions extends GrammarFunctions {
  _decoder_logmath(decoder: number): number;
  _decoder_set_fsg(decoder: number, model: number): number;
  /** Writes how well the latest words fit to the address; 0 = there are none. */
  _decoder_hyp(decoder: number, fit: number): number;
}

/** Beams as wide as names and figures over a telephone need; narrower ones lose the right word early. */
const beams = { beam: 1e-46, wbeam: 1e-36, pbeam: 1e-38 };

/**
 * The grammar's weights come with the language weight in them (`lw` 1 adds none), and pauses between words are free, as people
 * make them when they read out figures.
 */
const weights = { lw: 1, silprob: 0.3 };

/** About -66 dB of noise: exact zeros, which lines and synthesizers send, upset the acoustic model. */
const ditherAmplitude = 10 ** (-66 / 20) * Math.sqrt(12);

/** The least grammar. */
const oneWord: Automaton = { arcs: [[{ to: 1, logp: 0, word: "yes" }], []], final: 1 };

/** The decoder counts fits in such parts of a power of e. */
const FIT_UNIT = 1024 * Math.log(1.0001);

/** Compiled grammars that are kept; a practice has a few dozen questions. */
const GRAMMAR_LIMIT = 128;

/**
 * One recognizer of sounds with a grammar. Blocks while it works: about a tenth of the length of the sound. Takes
 * 115–150 MB.
 */
export class SpeechDecoder {
  readonly #decoder: Decoder;
  readonly #functions: DecoderFunctions;
  readonly #pointer: number;
  readonly #forms = new Map<string, readonly string[]>();
  readonly #compiled = new LRUCache<string, Automaton>({ max: GRAMMAR_LIMIT });
  /** What is decoded with, and the key of the grammar that is loaded. */
  #request: GrammarRequest | null = null;
  #inUse = "";
  #seed = 1;

  private constructor(decoder: Decoder, module: SoundSwallowerModule) {
    this.#decoder = decoder;
    this.#functions = module as unknown as DecoderFunctions;
    this.#pointer = (decoder as unknown as { cdecoder: number }).cdecoder;
  }

  static async open(
    settings: Readonly<Record<string, string | number | boolean>> = {},
  ): Promise<SpeechDecoder> {
    const home = dirname(createRequire(import.meta.url).resolve("soundswallower"));
    const module = await createModule({
      modelBase: `${join(home, "model")}/`,
    } as Partial<SoundSwallowerModule>);
    const decoder = new module.Decoder({
      loglevel: "FATAL",
      samprate: SAMPLE_RATE_HZ,
      // Ways to say a word are in the grammars that are loaded.
      fsgusealtpron: false,
      ...beams,
      ...weights,
      ...settings,
    });
    await decoder.initialize();
    decoder.add_words(
      ...garbageEntries.map(([word, sound]): [string, string] => [word, sound]),
      ...letterEntries(letter),
      ...letterEntries(freeLetter),
      ...Object.entries(pronunciations).filter(([word]) => decoder.lookup_word(word) === null),
    );
    return new SpeechDecoder(decoder, module);
  }

  /** Takes 10–150 ms for a grammar other than the last, up to 350 ms for the largest, and once as long again for one that is new. */
  use(request: GrammarRequest): void {
    this.#request = request;
    if (request.key === this.#inUse) return;
    const automaton = this.#compile(request);
    this.#inUse = "";
    this.#load(oneWord); // lets go of the last grammar: two at a time would take twice the memory
    this.#load(automaton);
    this.#inUse = request.key;
  }

  #load(automaton: Automaton): void {
    const scale = this.#functions._decoder_logmath(this.#pointer);
    const model = loadGrammar(this.#functions, scale, automaton, (word) => this.#formsOf(word));
    if (this.#functions._decoder_set_fsg(this.#pointer, model) < 0)
      throw new Error("the decoder refused a grammar");
  }

  /** Decodes a second of noise, so that what decoding runs through is compiled when the first caller speaks. */
  rehearse(): void {
    this.#load(oneWord);
    this.decode(Uint8Array.from({ length: SAMPLE_RATE_HZ }, () => Math.round(128 + 127 * this.#noise())));
  }

  /** Works out a grammar that will be used later, 20–400 ms once; the one in use stays. */
  prepare(request: GrammarRequest): void {
    this.#compile(request);
  }

  /**
   * The words of an utterance. The same sound and grammar give the same words. A sentence that breaks off, because the caller
   * pauses in the middle or because the sound ends in the middle of a word, gives the words up to there.
   */
  decode(mulaw: Uint8Array): Decoded {
    if (this.#request !== null) this.use(this.#request);
    const samples = this.#samples(mulaw);
    const found = this.#search(samples);
    const text = plainWords(found.raw);
    if (text === "" || isMurmured(text) || !mayBeMurmur(mulaw))
      return { text, confidence: found.confidence, murmur: null };
    const { raw, confidence } = this.#unmistaken(found, samples);
    return { text: plainWords(raw), confidence, murmur: this.#murmurIn(samples, raw) };
  }

  #search(samples: Float32Array): Found {
    this.#decoder.start();
    // Whole, because the line and the voice are then evened out over all of it and not over what came before.
    this.#decoder.process_audio(samples, false, true);
    const begun = this.#found();
    this.#decoder.stop();
    // Now only whole sentences of the grammar count, and there may be none.
    const whole = this.#found();
    return whole.raw === "" ? begun : whole;
  }

  #found(): Found {
    const raw = this.#decoder.get_text();
    const wordless = plainWords(raw) === "";
    return { raw, confidence: wordless ? 0 : confidenceOf(this.#decoder.get_alignment().w ?? []) };
  }

  /** Takes the place of the grammar in use, which is loaded again when it is wanted. */
  #murmurIn(samples: Float32Array, raw: string): string | null {
    this.#inUse = "";
    const words = raw.split(" ").map(withoutForm);
    const weight = this.#request === null ? 0 : weightOf(this.#compile(this.#request), words);
    this.#load(murmurOr(words, weight));
    const possible = murmursFrom(plainWords(this.#search(samples).raw), weight);
    if (possible.length === 0) return null;
    const { fit } = this.#alone(words, samples);
    const prevailOver = (murmur: string) =>
      wordsPrevail(fit - this.#alone(murmur.split(" "), samples).fit, murmur, weight);
    return possible.find((murmur) => !prevailOver(murmur)) ?? null;
  }

  /** What was said, if these words are what it is mistaken for and fit hardly better. */
  #unmistaken(found: Found, samples: Float32Array): Found {
    const text = plainWords(found.raw);
    const mistake = mistakeOf(text);
    if (mistake === null) return found;
    this.#inUse = "";
    const { fit } = this.#alone(text.split(" "), samples);
    const said = this.#alone([mistake.said], samples);
    return fit - said.fit < mistake.betterBy ? said : found;
  }

  #alone(words: readonly string[], samples: Float32Array): Alone {
    this.#load(nothingBut(words));
    const found = this.#search(samples);
    const module = this.#functions;
    const address = module._malloc(Int32Array.BYTES_PER_ELEMENT);
    const heard = module._decoder_hyp(this.#pointer, address) !== 0;
    const [fit] = new Int32Array(module.HEAPU8.buffer, address, 1);
    module._free(address);
    return { ...found, fit: heard ? (fit as number) * FIT_UNIT : Number.NEGATIVE_INFINITY };
  }

  #samples(mulaw: Uint8Array): Float32Array {
    const scale = automaticGain(mulaw) / 32_768;
    const samples = Float32Array.from(mulaw, (byte) => (mulawToLinear[byte] as number) * scale);
    return suppressNoise(samples).map((sample) => sample + this.#dither());
  }

  close(): void {
    this.#decoder.delete();
  }

  #compile(request: GrammarRequest): Automaton {
    const known = this.#compiled.get(request.key);
    if (known !== undefined) return known;
    const automaton = compileGrammar(request);
    this.#learn(automaton);
    this.#compiled.set(request.key, automaton);
    return automaton;
  }

  /** Words that the dictionary does not have get a guessed pronunciation. */
  #learn(automaton: Automaton): void {
    const words = new Set(automaton.arcs.flatMap((arcs) => arcs.map((arc) => arc.word)));
    const unknown = [...words].filter(
      (word): word is string =>
        word !== null && word !== moreMark && this.#decoder.lookup_word(word) === null,
    );
    if (unknown.length === 0) return;
    this.#inUse = ""; // new words make the decoder build its present grammar anew
    this.#decoder.add_words(...unknown.map((word): [string, string] => [word, pronounce(word)]));
  }

  /** Further ways to say a word are entries with a number in brackets, from 2. */
  #formsOf(word: string): readonly string[] {
    const known = this.#forms.get(word);
    if (known !== undefined) return known;
    const forms = [word];
    for (let number = 2; this.#decoder.lookup_word(`${word}(${number})`) !== null; number++)
      forms.push(`${word}(${number})`);
    this.#forms.set(word, forms);
    return forms;
  }

  #dither(): number {
    return (this.#noise() / 2) * ditherAmplitude;
  }

  /** From -1 to 1, of a linear congruential generator: the same sound always gets the same noise. */
  #noise(): number {
    this.#seed = (Math.imul(this.#seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (this.#seed / 0x7fffffff) * 2 - 1;
  }
}

function letterEntries(mark: (one: string) => string): [string, string][] {
  return Object.entries(letterSounds).flatMap(([one, sounds]) =>
    sounds.map((sound, index): [string, string] => [
      index === 0 ? mark(one) : `${mark(one)}(${index + 1})`,
      sound,
    ]),
  );
}
