import type { Expectation, FieldKind, IdentifierShape } from "../../core/language/expectation.ts";

/** What a grammar is made from: the part of an expectation that decides it, as data that can go to another thread. */
export interface GrammarRequest {
  /** Equal for equal grammars. */
  readonly key: string;
  readonly asked: readonly FieldKind[];
  readonly also: readonly FieldKind[];
  readonly spoken: readonly string[];
  readonly shape: IdentifierShape | null;
  readonly spelling: boolean;
  /** Doctors' names and the like, as the dialogue hints at them. */
  readonly hints: readonly string[];
  /** Words of the practice's surroundings: state, towns, streets. */
  readonly area: readonly string[];
}

/** `area` adds words of the practice's surroundings, such as towns, to the hints of every expectation. */
export function grammarRequest(expectation: Expectation, area: readonly string[] = []): GrammarRequest {
  const request = {
    asked: expectation.asked,
    also: expectation.also,
    spoken: expectation.choices.flatMap((choice) => choice.spoken),
    shape: expectation.shape,
    spelling: expectation.spelling,
    hints: expectation.hints,
    area,
  };
  return { ...request, key: JSON.stringify(request) };
}
