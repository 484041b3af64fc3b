import { type MaskedCharacters, readMasked } from "./character-masks.ts";
import type { IdentifierShape } from "./expectation.ts";
import { postcodeDoubt } from "./uk-postcode.ts";
import type { Heard } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

/** A code of a known shape that the hypotheses together speak for. */
export interface MaskedCode extends MaskedCharacters {
  /** The hypothesis that has it most plainly; `from` and `to` count its words. */
  readonly rank: number;
  /** How far the next likely code is behind, in costs. */
  readonly margin: number;
}

const ALTERNATIVES = 6;
const CONFUSED_ALTERNATIVES = 3;
const RANK_COST = 0.08;
/** From here on characters may have been taken for their neighbours in sound. */
const DOUBTFUL_COST = 1;
/** How quickly a code loses weight with its cost. */
const STEEPNESS = 2;

/** First as heard; only when nothing fits well, with characters taken for their neighbours in sound. */
export function maskedCode(words: readonly Word[], heard: Heard, shape: IdentifierShape): MaskedCode | null {
  const texts = [heard.text, ...heard.alternatives.filter((text) => text !== heard.text)];
  const split = texts.slice(0, ALTERNATIVES).map((text, rank) => (rank === 0 ? words : splitWords(text)));
  const plain = likeliest(split, shape, false);
  if (plain !== null && plain.cost < DOUBTFUL_COST) return plain;
  const confused = likeliest(split.slice(0, CONFUSED_ALTERNATIVES), shape, true);
  return plain === null || (confused !== null && confused.cost < plain.cost) ? confused : plain;
}

/** Every hypothesis votes for all codes that it may stand for, the more the plainer they are in it. */
function likeliest(
  hypotheses: readonly (readonly Word[])[],
  { masks, name }: IdentifierShape,
  confusions: boolean,
): MaskedCode | null {
  const doubt = name === "ukPostcode" ? postcodeDoubt : () => 0;
  const votes = new Map<string, { weight: number; best: MaskedCharacters & { rank: number } }>();
  for (const [rank, words] of hypotheses.entries()) {
    for (const found of readMasked(words, { masks, doubt, confusions })) {
      const ranked = { ...found, cost: found.cost + rank * RANK_COST, rank };
      const vote = votes.get(found.text) ?? { weight: 0, best: ranked };
      vote.weight += Math.exp(-ranked.cost * STEEPNESS);
      if (ranked.cost < vote.best.cost) vote.best = ranked;
      votes.set(found.text, vote);
    }
  }
  const [first, second] = [...votes.values()].sort((one, other) => other.weight - one.weight);
  if (first === undefined) return null;
  const margin = second === undefined ? ALONE : Math.log(first.weight / second.weight) / STEEPNESS;
  return { ...first.best, margin };
}

const ALONE = 5;
