import type { EpochMs, RequestId } from "../../values/ids.ts";
import type { Private } from "../../values/private.ts";
import type { DialogueInput } from "../dialogue-io.ts";
import type { Aim, DialogueState } from "../dialogue-state.ts";
import type { Saying } from "../saying.ts";
import type { ModelQuestion } from "./model-question.ts";

export type TurnInput = Extract<DialogueInput, { kind: "turn" }>;

/** A language model is being asked what a turn meant. The rules' own way stays open all the time. */
export interface Consultation {
  /** The request whose reply is waited for: the question itself, or what it wants looked up. */
  readonly request: RequestId;
  readonly question: ModelQuestion;
  readonly turn: TurnInput;
  /** Our last words when the turn came. */
  readonly previous: Private<string>;
  /** What was open; it is open again as soon as anything of the answer has been said. */
  readonly aim: Aim;
  readonly since: EpochMs;
  /** Facts that the caller has been told already. */
  readonly told: readonly string[];
  /** What was looked up for the answer, by the ids of the question; null before. */
  readonly lookedUp: readonly { readonly id: string; readonly saying: Saying }[] | null;
}

/** As it was before the model was asked: nobody waits for it any more. */
export function withoutConsultation(state: DialogueState): DialogueState {
  const { consultation, requests } = state;
  if (consultation === null) return state;
  return {
    ...state,
    aim: consultation.aim,
    consultation: null,
    requests: requests.filter(({ id }) => id !== consultation.request),
  };
}
