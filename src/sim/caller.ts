import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { Key } from "../core/values/key.ts";

/** The truth about a simulated caller, in the forms that the database stores. */
export interface CallerTruth {
  readonly given: string;
  readonly family: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  /** E.164. */
  readonly phone: string;
  readonly email: string | null;
  readonly address: CallerAddress | null;
  /** Payer id, `self` for self-pay, and how this caller names it. */
  readonly payer: string;
  readonly payerSpoken: string;
  readonly memberId: string | null;
  readonly groupNumber: string | null;
  readonly seenBefore: boolean;
  /** How the reason is put, as what follows "I have": "a sore throat". */
  readonly complaint: string;
  /** How long, as what follows "for": "two days", and as ISO 8601. */
  readonly duration: { readonly spoken: string; readonly iso: string };
  /** 0-10. */
  readonly pain: number;
  /** What the caller brings; null at a clinic. */
  readonly car: CallerCar | null;
}

/** A caller's vehicle and what is to be done to it. */
export interface CallerCar {
  readonly year: number;
  readonly make: string;
  readonly model: string;
  readonly plate: string | null;
  /** Told in place of the car, and its end in place of the plate; null = not at hand. */
  readonly vin: string | null;
  readonly mileage: number | null;
  /** How the work is put, as what follows "I need", and the service ids that it stands for. */
  readonly work: string;
  readonly services: readonly string[];
  readonly waits: boolean;
}

export interface CallerAddress {
  readonly number: string;
  readonly street: string;
  readonly city: string;
  /** Two letters, and as it is said. */
  readonly state: string;
  readonly stateSpoken: string;
  readonly zip: string;
}

/** What the caller accepts. `null` = does not care. */
export interface Wish {
  /** Resource id and the way the caller names the doctor. */
  readonly doctor: { readonly id: string; readonly spoken: string } | null;
  /** `nextWeek` = Monday to Sunday after this week. */
  readonly days: "any" | "nextWeek";
}

/** The caller says something untrue first and puts it right when the field after it is asked. */
export interface Slip {
  readonly field: FieldId;
  readonly wrong: Partial<CallerTruth>;
}

export interface Habits {
  /** Fields told in the first sentence, before they are asked. */
  readonly volunteers: readonly FieldId[];
  /** Fields told together with the one that is asked, in the same breath. */
  readonly together: readonly (readonly FieldId[])[];
  readonly slip: Slip | null;
  /** How often everything that is offered is refused. */
  readonly refusals: number;
  /** Uses the keypad when a prompt invites it. */
  readonly usesKeypad: boolean;
  /** Spells with the letters' code words from the first time on. */
  readonly spellsWithCodeWords: boolean;
  /** Misunderstandings of one question after which the caller hangs up. */
  readonly patience: number;
  /** Questions put instead of the first answer. */
  readonly asksFirst: readonly string[];
  /** Puts a question of their own the first time that this field is asked, and answers when it is asked again. */
  readonly asksMeanwhile: { readonly field: FieldId; readonly question: string } | null;
  /** How likely the caller is to answer a question before it has been said to its end, 0-1. */
  readonly interrupts: number;
  /** Says yes to being texted. */
  readonly wantsTexts: boolean;
  /** Says nothing at all from the so-manieth answer on; null = never. */
  readonly silentFrom: number | null;
}

export const plainHabits: Habits = {
  volunteers: [],
  together: [],
  slip: null,
  refusals: 0,
  usesKeypad: true,
  spellsWithCodeWords: true,
  patience: 6,
  asksFirst: [],
  asksMeanwhile: null,
  interrupts: 0,
  wantsTexts: true,
  silentFrom: null,
};

/**
 * What must be true after the call. `answered` = a question has its answer, and nothing is written; `person` = put through, or
 * a ticket where nobody is free; `wrongNumber` = the caller is let go, and nothing is written.
 */
export type Outcome =
  | "booked"
  | "moved"
  | "cancelled"
  | "confirmed"
  | "waiting"
  | "message"
  | "callBack"
  | "status"
  | "stopped"
  | "textsStopped"
  | "wrongNumber"
  | "person"
  | "answered"
  | "emergency"
  | "silence";

/** What a caller says about something else than a new appointment. */
export interface Errand {
  /** Why an appointment is cancelled; null = rather not say. */
  readonly reason: string | null;
  /** The words of a message, and whom it is for; null = anyone. */
  readonly message: string | null;
  readonly staff: string | null;
  /** What the answer to a question must hold. */
  readonly answer: string | null;
}

export const noErrand: Errand = { reason: null, message: null, staff: null, answer: null };

/** A simulated caller as data. */
export interface Caller {
  /** As in `--caller`. */
  readonly name: string;
  readonly about: string;
  readonly practice: string;
  /** Key of the voice table. */
  readonly voice: string;
  /** The first words, what follows "Hi,"; null = the usual wish for an appointment. */
  readonly opening: string | null;
  readonly truth: CallerTruth;
  readonly wish: Wish;
  readonly habits: Habits;
  readonly errand?: Errand;
  readonly outcome: Outcome;
  /** What else they want when asked whether there is anything. */
  readonly next?: Goal;
}

/** A wish in the caller's words, and what must come of it. */
export interface Goal {
  readonly opening: string;
  readonly outcome: Outcome;
}

/** Something the agent said, as far as the caller heard it to the end. */
export interface HeardPrompt {
  readonly purpose: string;
  readonly text: string;
}

/** What the caller does when the agent has finished. */
export type CallerAction =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "press"; readonly keys: readonly Key[] }
  /** Nothing was asked: the agent is expected to go on. */
  | { readonly kind: "listen" }
  | { readonly kind: "hangUp"; readonly why: "done" | "gaveUp" };
