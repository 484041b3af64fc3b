import type { Heard, Understand } from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { EpochMs, RequestId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import type { EarlierTurn } from "./model/model-question.ts";
import type { Outcome, Request } from "./requests.ts";
import type { Saying, Statement } from "./saying.ts";

/** What the dialogue learns. */
export type DialogueInput =
  | { readonly kind: "opened" }
  /** The caller's turn is over. */
  | {
      readonly kind: "turn";
      readonly by: "speech" | "typed" | "keys";
      readonly heard: Private<Heard>;
      readonly confidence: number;
    }
  /** Silence; `times` counts up until the caller is heard. */
  | { readonly kind: "noInput"; readonly times: number }
  /** Sound without words. */
  | { readonly kind: "noMatch" }
  | { readonly kind: "replied"; readonly request: RequestId; readonly outcome: Outcome }
  /** A language model has chosen a fact that answers the caller, and goes on. */
  | { readonly kind: "modelSaid"; readonly request: RequestId; readonly fact: string }
  /** The instant of `dialogueDeadline` has come. */
  | { readonly kind: "late" }
  /** The line was picked up again after a break. */
  | { readonly kind: "resumed" }
  /** Nobody took the call that was put through; the caller is still there. */
  | { readonly kind: "transferFailed" }
  /** Recognition does not work any more; keys and typed text do. */
  | { readonly kind: "deaf" }
  /** No sound can be made of what we say. */
  | { readonly kind: "mute" }
  | { readonly kind: "tooLong" }
  | { readonly kind: "hungUp" };

export type EndReason =
  | "done"
  | "callerSilent"
  | "notUnderstood"
  | "transferred"
  | "ticketTaken"
  | "tooLong"
  | "emergency"
  | "fault"
  | "stopCalling";

/** What the dialogue wants done, in order. Endings come after the last words have been heard. */
export type DialogueOutput =
  | ({ readonly kind: "say" } & Statement)
  | { readonly kind: "request"; readonly id: RequestId; readonly request: Request }
  | { readonly kind: "transfer"; readonly to: string }
  | { readonly kind: "hangUp"; readonly reason: EndReason };

/** What the dialogue may look at beside its own state. */
export interface DialogueContext {
  readonly practice: Practice;
  readonly now: EpochMs;
  /** Our last words, as text. */
  readonly previous: string;
  readonly understand: Understand;
  /** The ways to name an opening, the preferred first. */
  readonly spokenOpening: (opening: Pick<Opening, "resource" | "start">) => readonly string[];
  /** The words in which this would be said. */
  readonly wordsOf: (sayings: readonly Saying[]) => string;
  /** What was said before the present turn, without what is private, oldest first. */
  readonly earlier: () => readonly EarlierTurn[];
}

/** The local date and time that relative phrases count from. */
export function localTime(context: DialogueContext): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(context.now)
    .toZonedDateTimeISO(context.practice.timeZone)
    .toPlainDateTime();
}

export function today(context: DialogueContext): Temporal.PlainDate {
  return localTime(context).toPlainDate();
}
