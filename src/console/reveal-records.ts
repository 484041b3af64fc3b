import type { VehicleOnFile } from "../core/dialogue/requests.ts";
import type { BookingRecord, WaitingRecord } from "../ports/ledger.ts";
import type {
  ConsentRecord,
  DoNotCall,
  Duplicate,
  MergeRecord,
  PersonTwice,
  TicketRecord,
} from "../ports/ledger-of-staff.ts";

// What the API tells of the ledger's records: as they are, with what is private revealed. The page shows just these types.

export function revealBooking({ details, visit, reason, ...record }: BookingRecord) {
  return { ...record, details: details.reveal(), visit: visit.reveal(), reason: reason?.reveal() ?? null };
}

export function revealTicket({ phone, message, ...record }: TicketRecord) {
  return { ...record, phone: phone?.reveal() ?? null, message: message.reveal() };
}

export function revealWaiting({ details, ...record }: WaitingRecord) {
  return { ...record, details: details.reveal() };
}

/** One of two that look alike, as JSON: its id, and what is on file of it, by name. */
interface Twin {
  readonly id: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Two that look alike, side by side. */
export function revealDuplicate(duplicate: Duplicate) {
  const { kind, alike, noticedAt } = duplicate;
  const twins: readonly [Twin, Twin] =
    duplicate.kind === "vehicle"
      ? [vehicleTwin(duplicate.one.reveal()), vehicleTwin(duplicate.other.reveal())]
      : [personTwin(duplicate.one), personTwin(duplicate.other)];
  return { kind, alike, noticedAt, twins };
}

function personTwin({ person, details }: PersonTwice): Twin {
  const { given, family, dateOfBirth, phone, email, payer, memberId, address } = details.reveal();
  const street = [address?.number, address?.street, address?.city, address?.zip].filter((part) => part);
  const name = [given, family].filter((part) => part).join(" ");
  return twin(person, {
    ...{ name, dateOfBirth, phone, email, payer, memberId },
    address: street.length === 0 ? null : street.join(" "),
  });
}

function vehicleTwin({ id, year, make, model, plate, vin, mileage }: VehicleOnFile): Twin {
  const name = [year, make, model].filter((part) => part !== null).join(" ");
  return twin(id, { vehicle: name, plate, vin, mileage: mileage === null ? null : `${mileage} miles` });
}

function twin(id: string, details: Readonly<Record<string, string | null | undefined>>): Twin {
  const known = Object.entries(details).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { id, details: Object.fromEntries(known) };
}

export function revealMerge({ names, ...record }: MergeRecord) {
  return { ...record, names: names.reveal() };
}

export function revealDoNotCall({ phone, since }: DoNotCall) {
  return { phone: phone?.reveal() ?? null, since };
}

export function revealConsent({ words, ...record }: ConsentRecord) {
  return { ...record, words: words?.reveal() ?? null };
}
