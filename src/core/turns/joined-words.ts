import type { Heard } from "../language/understanding.ts";
import type { OpenTurn, SpokenPiece } from "./turn-state.ts";

/** The parsers try every alternative, so their number is bounded. */
const MAX_ALTERNATIVES = 6;

export interface JoinedWords {
  readonly heard: Heard;
  /** That of the least sure piece; 1 without pieces. */
  readonly confidence: number;
}

/** What the caller has said so far, with what the recognizer makes of it just now. */
export function wordsSoFar({ pieces, hypothesis, unaskedSound }: OpenTurn): JoinedWords {
  const ofSpeech = hypothesis !== null && unaskedSound !== "voiceless";
  return joinWords(ofSpeech ? [...pieces, hypothesis] : pieces);
}

/** Joins the pieces of one turn. Alternatives differ from the best text in one piece each. */
export function joinWords(
  pieces: readonly Pick<SpokenPiece, "text" | "alternatives" | "confidence">[],
): JoinedWords {
  const spoken = pieces.filter((piece) => piece.text.reveal().trim() !== "");
  const best = spoken.map((piece) => piece.text.reveal().trim());
  const text = best.join(" ");
  const alternatives = new Set([text]);
  for (const [index, piece] of spoken.entries()) {
    for (const other of piece.alternatives.reveal()) {
      if (alternatives.size < MAX_ALTERNATIVES && other.trim() !== "") {
        alternatives.add(best.with(index, other.trim()).join(" "));
      }
    }
  }
  return {
    heard: { text, alternatives: text === "" ? [] : [...alternatives] },
    confidence: Math.min(1, ...spoken.map((piece) => piece.confidence)),
  };
}
