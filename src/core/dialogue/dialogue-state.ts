import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Attendee } from "../scheduling/eligibility.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { ServiceSuggestion } from "../scheduling/suggest-service.ts";
import type { EpochMs, HoldId, OfferingId, OpeningId, PersonId, RequestId } from "../values/ids.ts";
import { hide, type Private } from "../values/private.ts";
import type { EndReason } from "./dialogue-io.ts";
import type { FieldValues } from "./field.ts";
import type { FieldId } from "./field-ids.ts";
import type { Consultation } from "./model/consultation.ts";
import type { Booking, PersonDetails, Request, TextsAnswer, VehicleOnFile } from "./requests.ts";
import type { Committed, Saying, Statement } from "./saying.ts";
import type { TaskId } from "./tasks/task.ts";

/** What is known of a field. `left` = the front desk completes it, and the caller was told so. */
export type Entry =
  | {
      readonly kind: "value";
      readonly value: Private<unknown>;
      readonly confidence: number;
      readonly how: "speech" | "typed" | "keys" | "file";
      /** The caller has said yes to the read-back, or it needs none. */
      readonly confirmed: boolean;
    }
  | { readonly kind: "left"; readonly why: "notAtHand" | "declined" | "notUnderstood" };

type Entries = { readonly [F in FieldId]?: Entry };

/** What is wanted of the caller, or of the world, right now. */
export type Aim =
  | { readonly kind: "wish" }
  | { readonly kind: "field"; readonly field: FieldId; readonly part: string | null }
  | { readonly kind: "confirm"; readonly field: FieldId }
  /** A request is out; nothing is asked until its reply. */
  | { readonly kind: "reply" }
  | { readonly kind: "offer" }
  /** Nothing that was offered suits: which day or time would? */
  | { readonly kind: "when" }
  /** No opening at all: the waiting list, or shall somebody call back? */
  | { readonly kind: "waitlist" }
  | { readonly kind: "readBack" }
  /** Shall the booking that the task is about be cancelled, is it kept, … */
  | { readonly kind: "agree" }
  /** The booking cannot be kept: another time, or cancel it? */
  | { readonly kind: "instead" }
  /** A service that age and mileage speak for, proposed once. */
  | { readonly kind: "suggest"; readonly suggestion: ServiceSuggestion }
  /** May a confirmation be texted? */
  | { readonly kind: "texts" }
  /** A task that was set aside: shall we go on with it? */
  | { readonly kind: "resume" }
  | { readonly kind: "correctWhat" }
  | { readonly kind: "emergency"; readonly flag: "emergency" | "crisis" }
  | { readonly kind: "reallyStop" }
  | { readonly kind: "anythingElse" }
  | { readonly kind: "over"; readonly why: EndReason | "transfer" | "hungUp" };

/** Misunderstandings and refused read-backs of a field in this call. */
interface Attempts {
  readonly misses: number;
  readonly denials: number;
}

export interface PendingRequest {
  readonly id: RequestId;
  readonly request: Request;
  /** When it was sent, or sent again. */
  readonly since: EpochMs;
  readonly tries: number;
  /** It failed and is sent again at `since`. */
  readonly resting: boolean;
}

/** The caller hears nothing of us because the world has not answered, and how often that was excused. */
export interface Wait {
  readonly since: EpochMs;
  readonly excuses: number;
}

/** A time that is the caller's for a while. */
export interface HeldTime {
  readonly hold: HoldId;
  readonly opening: Opening;
  /** By what it was taken: sent again under its number, it is kept for longer. */
  readonly asked: Pick<PendingRequest, "id" | "request">;
  /** When it is to be sent again, because the caller is still on the line. */
  readonly renewAt: EpochMs;
}

/** The search for a time. `offers` are on the table; `held` is reserved for the caller. */
export interface Negotiation {
  readonly days: readonly DayRange[];
  readonly times: readonly TimeRange[];
  readonly order: "earliest" | "latest";
  readonly refused: readonly OpeningId[];
  readonly offers: readonly Opening[] | null;
  /** Which wish had to be given up to find the offers. */
  readonly relaxed: "nothing" | "doctor" | "times" | "days";
  /** Refusals in a row that named no other wish. */
  readonly plainRefusals: number;
  readonly chosen: Opening | null;
  readonly held: HeldTime | null;
  /** The caller said yes to the final read-back. */
  readonly agreed: boolean;
  /** The hold ran out once before the booking, and was taken anew. */
  readonly renewed: boolean;
}

export const freshNegotiation: Negotiation = {
  days: [],
  times: [],
  order: "earliest",
  refused: [],
  offers: null,
  relaxed: "nothing",
  plainRefusals: 0,
  chosen: null,
  held: null,
  agreed: false,
  renewed: false,
};

export interface Identity {
  /** `known`: the ledger has verified the person for this call. */
  readonly state: "unknown" | "known" | "new";
  readonly person: PersonId | null;
  /** What is on file; may be offered for confirmation only after a proof has matched. */
  readonly details: Private<Partial<PersonDetails>>;
  readonly vehicles: Private<readonly VehicleOnFile[]>;
}

export const unknownIdentity: Identity = {
  state: "unknown",
  person: null,
  details: hide({}),
  vehicles: hide([]),
};

/** A task that another one has come before, with what is its own. */
interface PausedTask {
  readonly task: TaskId;
  readonly negotiation: Negotiation;
  readonly urgent: boolean;
}

/** Everything the dialogue knows. Replaced, never changed in place. */
export interface DialogueState {
  readonly task: TaskId;
  /** What the ledger has committed for the task, or `nothing` when the caller has let it be; null while it goes on. */
  readonly done: Committed | "nothing" | null;
  /** The caller has said yes to what the task is about to do. */
  readonly agreed: boolean;
  /** Set aside for the task, the latest last. */
  readonly paused: readonly PausedTask[];
  readonly aim: Aim;
  readonly entries: Entries;
  readonly denied: { readonly [F in FieldId]?: readonly Private<unknown>[] };
  readonly attempts: { readonly [F in FieldId]?: Attempts };
  /** Misunderstandings of the aim in a row. */
  readonly misses: number;
  /** Filled and not yet said back to the caller. */
  readonly fresh: readonly FieldId[];
  /** Said back in our last words: what a bare "no" may be about. */
  readonly recent: readonly FieldId[];
  /** Fields in the order in which they were asked, for going back; the newest last. */
  readonly trail: readonly FieldId[];
  readonly negotiation: Negotiation;
  readonly identity: Identity;
  /** Proofs that matched nobody. */
  readonly failedProofs: number;
  /** What a rule stood against, and for whom it was asked. */
  readonly notFor: readonly { readonly offering: OfferingId; readonly attendee: Private<Attendee> }[];
  /** A service was proposed in this call. */
  readonly suggested: boolean;
  /** What the caller says to being texted; `settled` = kept, or not to be asked in this call. */
  readonly texts: "unasked" | Pick<TextsAnswer, "given" | "words"> | "settled";
  /** The VIN that was given to be decoded last. */
  readonly decoded: Private<string> | null;
  /** Whom the calling number belongs to: only given names. Null = not known yet. */
  readonly callers: Private<readonly string[]> | null;
  /** The first question waits until then for whose number it is; null once it was put. */
  readonly firstQuestionBy: EpochMs | null;
  /** The person's upcoming bookings as they were told last; null = not asked for. */
  readonly bookings: readonly Booking[] | null;
  readonly addressState: PersonDetails["addressState"] | "asked";
  readonly requests: readonly PendingRequest[];
  /** While the aim is a reply. */
  readonly wait: Wait | null;
  /** Holds that are not wanted any more; released with the next step. */
  readonly toRelease: readonly HoldId[];
  readonly nextRequest: RequestId;
  readonly urgent: boolean;
  /** The latest booking that was made or moved in this call. */
  readonly booking: Booking | null;
  /** Why staff must take over, in our words; goes into the ticket. */
  readonly handOff: string | null;
  /** Kept until the next words of ours, because a reply is waited for. */
  readonly heldBack: readonly Saying[];
  readonly lastSaid: readonly Statement[];
  /** Counts the caller's turns; wording varies with it. */
  readonly turn: number;
  readonly callingNumber: Private<string> | null;
  /** The caller asked for a moment. */
  readonly waiting: boolean;
  /** A language model may be asked what the rules make nothing of. */
  readonly assisted: boolean;
  readonly consultation: Consultation | null;
  /** How often a model was asked in this call. */
  readonly consultations: number;
}

export function initialDialogue(callingNumber: Private<string> | null, assisted = false): DialogueState {
  return {
    task: "book",
    done: null,
    agreed: false,
    paused: [],
    aim: { kind: "wish" },
    entries: {},
    denied: {},
    attempts: {},
    misses: 0,
    fresh: [],
    recent: [],
    trail: [],
    negotiation: freshNegotiation,
    identity: unknownIdentity,
    failedProofs: 0,
    notFor: [],
    suggested: false,
    texts: "unasked",
    decoded: null,
    callers: null,
    firstQuestionBy: null,
    bookings: null,
    addressState: null,
    requests: [],
    wait: null,
    toRelease: [],
    nextRequest: 1,
    urgent: false,
    booking: null,
    handOff: null,
    heldBack: [],
    lastSaid: [],
    turn: 0,
    callingNumber,
    waiting: false,
    assisted,
    consultation: null,
    consultations: 0,
  };
}

/**
 * The value of a field, or null when there is none. The one place where collected values come out of their wrapping: they
 * are compared, asked about and put into requests and prompts, which wrap them again.
 */
export function valueIn<F extends FieldId>(state: DialogueState, field: F): FieldValues[F] | null {
  const entry = state.entries[field];
  return entry?.kind === "value" ? (entry.value.reveal() as FieldValues[F]) : null;
}

export function withEntry(state: DialogueState, field: FieldId, entry: Entry): DialogueState {
  return { ...state, entries: { ...state.entries, [field]: entry } };
}

export function withoutEntry(state: DialogueState, field: FieldId): DialogueState {
  const { [field]: _, ...entries } = state.entries;
  return { ...state, entries };
}

export function negotiate(state: DialogueState, change: Partial<Negotiation>): DialogueState {
  return { ...state, negotiation: { ...state.negotiation, ...change } };
}
