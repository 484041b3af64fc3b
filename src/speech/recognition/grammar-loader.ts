import type { Arc, Automaton } from "../grammar/automaton.ts";
import { garbageEntries, isGarbage } from "../grammar/garbage.ts";
import { moreMark } from "../grammar/grammar.ts";

/** The C functions of the decoder that build a grammar from its states; pointers are numbers. */
export interface GrammarFunctions {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _logmath_log(scale: number, probability: number): number;
  _fsg_model_init(name: number, scale: number, LANGUAGE_WEIGHT: number, states: number): number;
  _fsg_model_word_add(model: number, word: number): number;
  _fsg_model_trans_add(model: number, from: number, to: number, logp: number, word: number): void;
  _fsg_model_null_trans_add(model: number, from: number, to: number, logp: number): number;
  _fsg_set_states(model: number, start: number, final: number): void;
}

/** After one answer the caller goes on with another in the same breath. */
const goesOn = Math.log(0.02);

/** How much more the grammar's weights count than the sound of a hundredth of a second. */
const LANGUAGE_WEIGHT = 6.5;

/** What each sound of garbage costs: below it, strange words are heard as ours; above it, ours are rejected. */
const PER_SOUND = -4;

/** Sounds that are no words share one probability among their kinds; the number of kinds shall not count. */
const alike = Math.log(garbageEntries.length);

/** Keeps weights above what the decoder's logarithms can hold. */
const least = Math.log(1e-200);

/**
 * Builds the decoder's own form of a grammar. The decoder follows only one arc without a word at a time, so chains of them
 * are spelled out here; and from where a sentence may end, the caller may go on with something else. `formsOf` gives the
 * dictionary's entries for a word, one for each way to say it; the decoder's own search for them takes a second.
 */
export function loadGrammar(
  module: GrammarFunctions,
  scale: number,
  automaton: Automaton,
  formsOf: (word: string) => readonly string[],
): number {
  const name = text(module, "grammar");
  const model = module._fsg_model_init(name, scale, 1, automaton.arcs.length);
  module._free(name);
  const log = (weight: number) => module._logmath_log(scale, Math.exp(Math.max(least, weight)));
  const words = new Map<string, readonly number[]>();
  const add = (form: string) => {
    const spelled = text(module, form);
    const number = module._fsg_model_word_add(model, spelled);
    module._free(spelled);
    return number;
  };
  const numbersOf = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const numbers = formsOf(word).map(add);
    words.set(word, numbers);
    return numbers;
  };
  for (const [from, arcs] of automaton.arcs.entries()) {
    for (const { to, logp, word } of arcs)
      if (word !== null && word !== moreMark) {
        const weight = isGarbage(word)
          ? (logp + alike) * LANGUAGE_WEIGHT + PER_SOUND
          : logp * LANGUAGE_WEIGHT;
        for (const number of numbersOf(word))
          module._fsg_model_trans_add(model, from, to, log(weight), number);
      }
    for (const [to, logp] of reachedWithoutWords(automaton, from))
      module._fsg_model_null_trans_add(model, from, to, log(logp * LANGUAGE_WEIGHT));
  }
  module._fsg_set_states(model, 0, automaton.final);
  return model;
}

/** How likely the grammar takes these words to be, as a natural logarithm, whether more is to follow or not. */
export function weightOf(automaton: Automaton, words: readonly string[]): number {
  let reached: ReadonlyMap<number, number> = new Map([[0, 0]]);
  for (const said of words) {
    const next = new Map<number, number>();
    for (const [state, base] of reached)
      for (const [from, logp] of [[state, 0] as const, ...reachedWithoutWords(automaton, state)])
        for (const { to, logp: own, word } of automaton.arcs[from] ?? [])
          if (word === said) next.set(to, Math.max(next.get(to) ?? -Infinity, base + logp + own));
    reached = next;
  }
  return Math.max(-Infinity, ...reached.values());
}

function reachedWithoutWords(automaton: Automaton, from: number): ReadonlyMap<number, number> {
  const reached = new Map<number, number>();
  const more = automaton.arcs[0]?.find(({ word }) => word === moreMark)?.to ?? 0;
  const follow = (state: number, base: number) => {
    const arcs: readonly Arc[] =
      state === automaton.final
        ? [{ to: more, logp: goesOn, word: null }]
        : (automaton.arcs[state] as readonly Arc[]);
    for (const { to, logp, word } of arcs) {
      const whole = base + logp;
      if (word !== null || to === from || (reached.get(to) ?? -Infinity) >= whole) continue;
      reached.set(to, whole);
      follow(to, whole);
    }
  };
  follow(from, 0);
  return reached;
}

function text(module: GrammarFunctions, value: string): number {
  const bytes = new TextEncoder().encode(`${value}\0`);
  const pointer = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, pointer);
  return pointer;
}
