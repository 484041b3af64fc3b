import type { PersonDetails, VehicleDetails } from "../core/dialogue/requests.ts";

type Identity = Pick<PersonDetails, "given" | "family" | "dateOfBirth" | "phone">;

/**
 * What makes two people the same: name and date of birth, or name and number where no date of birth is asked for. Null when
 * there is neither; nobody is the same as such a person.
 */
export function identityText({ given, family, dateOfBirth, phone }: Identity): string | null {
  const rest = dateOfBirth ?? (phone === null ? null : phoneText(phone));
  return rest === null ? null : [nameText(given), nameText(family), rest].join("\0");
}

/** A name as it is compared: accents, case, spaces and punctuation do not count. */
export function nameText(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** A number as it is compared, in E.164: `(503) 555-0123 ext. 4` is `+15035550123`. Without a country it is North American. */
export function phoneText(phone: string): string {
  const [number = ""] = phone.toLowerCase().split(/x|ext/);
  const digits = number.replaceAll(/\D/g, "");
  return digits.length === 10 && !number.trim().startsWith("+") ? `+1${digits}` : `+${digits}`;
}

/** A plate or VIN as it is compared. */
export function codeText(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}

/** ZIP codes are compared by their first five digits. */
export function zipText(zip: string): string {
  return zip.replaceAll(/\D/g, "").slice(0, 5);
}

/** Whether these are the last six characters of the VIN, or more of them. */
export function isVinTail(vin: string | null, tail: string): boolean {
  const end = codeText(tail);
  return vin !== null && end.length >= 6 && codeText(vin).endsWith(end);
}

/** What was given anew over what is on file; what was not given stays. */
export function withNews<Details extends object>(onFile: Details, given: Details): Details {
  const news = Object.entries(given).filter(([, value]) => value !== null);
  return { ...onFile, ...Object.fromEntries(news) };
}

/** Takes out again what `withNews(from, before)` had filled in, unless it has changed since. */
export function withoutFilled<T extends object>(now: T, before: T, from: T): T {
  const same = (name: keyof T) => JSON.stringify(now[name]) === JSON.stringify(from[name]);
  const filled = (Object.keys(now) as (keyof T)[]).filter(
    (name) => (before[name] ?? null) === null && (from[name] ?? null) !== null && same(name),
  );
  return { ...now, ...Object.fromEntries(filled.map((name) => [name, null])) };
}

export function personName({ given, family }: Pick<PersonDetails, "given" | "family">): string {
  return `${given} ${family}`.trim();
}

/** What is said of a vehicle: "2018 Honda Civic". */
export function vehicleName({ year, make, model }: Pick<VehicleDetails, "year" | "make" | "model">): string {
  return [year, make, model].filter((part) => part !== null).join(" ") || "your vehicle";
}
