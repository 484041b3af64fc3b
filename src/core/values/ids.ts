declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]?: Name };

/** Milliseconds since the call was answered; may be fractional, never negative. */
export type Ms = Branded<number, "Ms">;
/** Milliseconds since 1970-01-01T00:00Z. The shell stamps it; the core never asks for it. */
export type EpochMs = Branded<number, "EpochMs">;

/** The telephone company's name of a call (`CallSid`), or one made by whoever opens an open line. */
export type CallId = Branded<string, "CallId">;
/** A practice's file name without its ending: `clinic`. */
export type PracticeId = Branded<string, "PracticeId">;
/** Names a doctor, bay, advisor or loaner car in the practice file. */
export type ResourceId = Branded<string, "ResourceId">;
export type OfferingId = Branded<string, "OfferingId">;
/** `<resource>[+<resource>…]@<epoch ms>/<offering>`: opaque to callers of the ledger. */
export type OpeningId = Branded<string, "OpeningId">;
export type HoldId = Branded<string, "HoldId">;
export type BookingId = Branded<string, "BookingId">;
export type VehicleId = Branded<string, "VehicleId">;
export type PersonId = Branded<string, "PersonId">;
/** Numbers prompts within one call, from 1. */
export type PromptId = Branded<number, "PromptId">;
/** Numbers requests within one call, from 1. With the call it makes the request key: repeating it changes nothing. */
export type RequestId = Branded<number, "RequestId">;
