import { hide } from "../../values/private.ts";
import { type DialogueState, type Entry, withEntry } from "../dialogue-state.ts";
import { notMeCue, thisIsMeCue } from "../en/cues-table.ts";
import type { Hearing } from "../hearing.ts";
import { askShort, type Move } from "../move.ts";

/** Whom we take the caller for: the one person whom the number belongs to, as long as nobody has said who they are. */
export function presumedCaller({ callers, identity, turn }: DialogueState): string | null {
  const [only, ...others] = callers?.reveal() ?? [];
  return turn === 0 && identity.state === "unknown" && others.length === 0 ? (only ?? null) : null;
}

/** The answer to "am I speaking with Maria?" in the first turn: a yes tells the given name, a no leaves nobody presumed. */
export function withCallerNamed(state: DialogueState, hearing: Hearing): DialogueState {
  const name = askedFor(state);
  if (name === null) return state;
  if (notMeCue.test(hearing.words)) return { ...state, callers: hide([]) };
  if (!thisIsMeCue.test(hearing.words)) return state;
  const value = hide<unknown>({ given: name, family: null });
  const entry: Entry = { kind: "value", value, confidence: 1, how: "file", confirmed: true };
  return withEntry(state, "name", entry);
}

function askedFor({ lastSaid }: DialogueState): string | null {
  const question = lastSaid.at(-1)?.sayings.find((saying) => saying.kind === "askWish");
  return question?.caller ?? null;
}

/** "Yes, speaking", and nothing else: what it is about is asked once more. */
export function namedCallerAnswer(state: DialogueState, hearing: Hearing): Move | null {
  if (state.aim.kind !== "wish" || askedFor(state) === null) return null;
  const { acts, readings, reply } = hearing.said;
  const bare = readings.length === 0 && acts.every(({ kind }) => courteous.has(kind));
  return bare && (reply !== null || thisIsMeCue.test(hearing.words)) ? askShort(state) : null;
}

const courteous: ReadonlySet<string> = new Set(["affirm", "deny", "greet", "thank"]);
