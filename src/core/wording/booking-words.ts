import type { Booking } from "../dialogue/requests.ts";
import type { Practice } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import { phrases } from "./en/phrases-table.ts";
import { spokenOpening } from "./spoken-opening.ts";
import { withWhom } from "./spoken-value.ts";
import type { WordingContext } from "./wording-context.ts";

type Placed = Pick<Opening, "resource" | "start">;

/** `tomorrow, Tuesday, March third, at nine in the morning with Dr. Elena Garcia`. */
export function whenAndWho(placed: Placed, context: WordingContext): string {
  return `${spokenOpening(placed, context)}${withWhom(placed, context.practice)}`;
}

/** `your office visit, tomorrow, Tuesday, March third, at nine in the morning with Dr. Elena Garcia`. */
export function yourVisit(booking: Booking, context: WordingContext): string {
  return `${phrases.your} ${visitName(booking, context.practice)}, ${whenAndWho(booking, context)}`;
}

/** `an office visit, tomorrow, …`. */
export function aVisit(booking: Booking, context: WordingContext): string {
  return `${offeringName(booking, context.practice)}, ${whenAndWho(booking, context)}`;
}

/** `office visit`: the offering's name without its article. */
export function visitName({ offering }: Pick<Booking, "offering">, practice: Practice): string {
  return offeringName({ offering }, practice).replace(/^(?:an?|the) /i, "");
}

/** `an office visit`. */
export function offeringName({ offering }: Pick<Booking, "offering">, { offerings }: Practice): string {
  return offerings.find(({ id }) => id === offering)?.name ?? phrases.appointment;
}

/** `one; two; and three`: each a stretch of its own. */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length <= 1 ? last : `${parts.slice(0, -1).join("; ")}; ${phrases.and} ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
