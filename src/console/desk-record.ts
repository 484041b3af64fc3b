import type { PersonDetails, VehicleOnFile } from "../core/dialogue/requests.ts";
import type { ConsentRecord, DoNotCall, Duplicate, MergeRecord } from "../ports/ledger-of-staff.ts";

/** One of two that look alike, as JSON: its id, and what is on file of it, by name. */
export interface Twin {
  readonly id: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Two that look alike, side by side. */
export function revealDuplicate(duplicate: Duplicate) {
  const { kind, alike, noticedAt } = duplicate;
  const twins =
    duplicate.kind === "vehicle"
      ? [duplicate.one, duplicate.other].map((one) => vehicleTwin(one.reveal()))
      : [duplicate.one, duplicate.other].map(({ person, details }) => personTwin(person, details.reveal()));
  return { kind, alike, noticedAt, twins };
}

function personTwin(id: string, { address, ...details }: Partial<PersonDetails>): Twin {
  const { given, family, dateOfBirth, phone, email, payer, memberId } = details;
  const street = [address?.number, address?.street, address?.city, address?.zip].filter((part) => part);
  const name = [given, family].filter((part) => part).join(" ");
  return twin(id, {
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
