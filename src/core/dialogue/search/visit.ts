import { complaints } from "../../language/en/complaint-table.ts";
import { offeringForServices } from "../../practice/offering-for-services.ts";
import type { Offering, Practice, Resource } from "../../practice/practice.ts";
import { takesPayer } from "../../scheduling/eligibility.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import { isNotFor } from "../person/attendee.ts";
import type { Booking, VisitDetails } from "../requests.ts";
import { targetBooking } from "./target-booking.ts";

/**
 * What is booked: the offering for the complaint, else the general one for new or known people, but for what a rule has stood
 * against. A practice always has an offering; when none is meant for such people, the first stands in.
 */
export function offeringFor(state: DialogueState, practice: Practice): Offering {
  const moved = practice.offerings.find(({ id }) => id === movedBooking(state)?.offering);
  if (moved !== undefined) return moved;
  const isNew = newToPractice(state);
  const open = practice.offerings.filter(
    ({ id, newPeople, knownPeople }) => (isNew ? newPeople : knownPeople) && !isNotFor(state, id),
  );
  const category = valueIn(state, "complaint")?.category;
  const special =
    category === undefined ? undefined : open.find(({ complaints }) => complaints.includes(category));
  const urgent = isUrgent(state) ? open.find(({ id }) => id === "urgentVisit") : undefined;
  const general =
    open.find((one) => (isNew ? !one.knownPeople : !one.newPeople)) ??
    open.find(({ complaints }) => complaints.length === 0);
  const serviced = servicedBy(open, valueIn(state, "services") ?? []);
  const found = serviced ?? special ?? urgent ?? general ?? open[0] ?? practice.offerings[0];
  if (found === undefined) throw new Error("a practice without offerings cannot be loaded");
  return found;
}

/** What holds these services; what nothing holds together, or at all, is a matter for an advisor. */
function servicedBy(offerings: readonly Offering[], wanted: readonly string[]): Offering | null {
  if (wanted.length === 0) return null;
  return offeringForServices({ offerings }, wanted) ?? offeringForServices({ offerings }, ["other"]);
}

/** The booking that is being moved, or would be if a time came free; null in every other task. */
export function movedBooking(state: DialogueState): Booking | null {
  return state.task === "reschedule" || state.task === "waitlist" ? targetBooking(state) : null;
}

/** Whether what is to be booked needs somebody's referral. */
export function needsReferral(state: DialogueState, practice: Practice): boolean {
  return movedBooking(state) === null && offeringFor(state, practice).rules.referral;
}

/** Whether the work that is wanted can be waited for. */
export function mayWait(state: DialogueState, practice: Practice): boolean {
  return valueIn(state, "services") !== null && offeringFor(state, practice).waiting;
}

/** Who can see the caller: offers the visit and takes the payer. Best rated first. */
export function suitableResources(state: DialogueState, practice: Practice): readonly Resource[] {
  const { id } = offeringFor(state, practice);
  const able = practice.resources.filter(({ offerings }) => offerings.includes(id));
  const payer = valueIn(state, "payer");
  const covered = able.filter((one) => takesPayer(one, payer));
  return (covered.length > 0 ? covered : able).toSorted((one, other) => other.rating - one.rating);
}

/** What the doctor should know beforehand. */
export function visitDetails(state: DialogueState): VisitDetails {
  const complaint = valueIn(state, "complaint");
  return {
    complaint: complaint?.words ?? null,
    complaintCategory: complaint?.category ?? null,
    duration: valueIn(state, "duration")?.iso ?? null,
    pain: valueIn(state, "pain"),
    urgency: isUrgent(state) ? "urgent" : "routine",
    services: valueIn(state, "services") ?? [],
    waiting: valueIn(state, "waiting"),
    mileage: valueIn(state, "mileage") ?? valueIn(state, "vehicle")?.mileage ?? null,
    referral: valueIn(state, "referral"),
  };
}

/** Emergency words, great pain, or a complaint that should be seen today or tomorrow. */
function isUrgent(state: DialogueState): boolean {
  const category = valueIn(state, "complaint")?.category;
  const urgency = complaints.find(({ id }) => id === category)?.urgency;
  return (
    state.urgent || (valueIn(state, "pain") ?? 0) >= 8 || urgency === "urgent" || urgency === "emergency"
  );
}

function newToPractice(state: DialogueState): boolean {
  if (state.identity.state === "known") return false;
  if (state.identity.state === "new") return true;
  return valueIn(state, "seenBefore") !== true;
}
