import type { DialogueOutput, EndReason } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import type { Saying, Statement } from "./saying.ts";

/** What a listener decides: how the state changes, what is said, and how the dialogue goes on. */
export interface Move {
  readonly state: DialogueState;
  /** Prompts of their own, before anything else. */
  readonly statements: readonly Statement[];
  /** Said in one breath with the question that follows. */
  readonly sayings: readonly Saying[];
  readonly outputs: readonly DialogueOutput[];
  /**
   * `proceed`: the task decides what comes next. `ask`: the open question is put again, `askShort` in few words, and
   * `askNextWay` differently. `rest`: nothing more is said.
   */
  readonly then: "proceed" | "ask" | "askShort" | "rest";
  /** Replaces the purpose of the question that follows, such as `noMatch:phone`. */
  readonly purpose: string | null;
}

function move(state: DialogueState, then: Move["then"], sayings: readonly Saying[]): Move {
  return { state, statements: [], sayings, outputs: [], then, purpose: null };
}

export function proceed(state: DialogueState, ...sayings: readonly Saying[]): Move {
  return move(state, "proceed", sayings);
}

export function ask(state: DialogueState, ...sayings: readonly Saying[]): Move {
  return move(state, "ask", sayings);
}

/** Puts the question that has waited for whose number it is. */
export function firstQuestion(state: DialogueState): Move {
  return ask({ ...state, firstQuestionBy: null });
}

export function askShort(state: DialogueState, ...sayings: readonly Saying[]): Move {
  return move(state, "askShort", sayings);
}

export function rest(state: DialogueState): Move {
  return move(state, "rest", []);
}

/** Says this and waits, without putting the open question again. */
export function say(state: DialogueState, purpose: string, ...sayings: readonly Saying[]): Move {
  return { ...rest(state), statements: [{ purpose, sayings, bargeIn: true }] };
}

/** Last words, heard to the end, then the line is closed. */
export function end(
  state: DialogueState,
  reason: EndReason,
  purpose: string,
  ...sayings: readonly Saying[]
): Move {
  const over: DialogueState = { ...state, aim: { kind: "over", why: reason } };
  return {
    ...rest(over),
    statements: [{ purpose, sayings, bargeIn: true }],
    outputs: [{ kind: "hangUp", reason }],
  };
}

export function withStatement(given: Move, statement: Statement): Move {
  return { ...given, statements: [...given.statements, statement] };
}
