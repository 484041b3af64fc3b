import { directions, streetTypes, unitWords } from "../../core/language/en/streets.data.ts";
import type { Address } from "../../core/language/understanding.ts";

/** An address in the postal service's form: capitals and abbreviations. */
export interface UspsAddress {
  readonly streetAddress: string;
  readonly secondaryAddress: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** What the service is asked; null for an address of which it must know more. */
export function queryOf({ number, street, unit, city, state, zip, poBox }: Address): URLSearchParams | null {
  const first = poBox === null ? joined(number, street) : `PO BOX ${poBox}`;
  if (first === null || state === null || (city === null && zip === null)) return null;
  const [zip5, plus4] = zip?.split("-") ?? [];
  const asked = {
    streetAddress: first,
    secondaryAddress: unit === null ? undefined : asSecondary(unit),
    city: city ?? undefined,
    state,
    ZIPCode: zip5,
    ZIPPlus4: plus4,
  };
  return new URLSearchParams(
    Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined),
  );
}

function joined(number: string | null, street: string | null): string | null {
  return number === null || street === null ? null : `${number} ${street}`;
}

/** "4B" needs a sign in front, "Lower Level" has its word. */
function asSecondary(unit: string): string {
  return /\d/.test(unit) && !/\s/.test(unit) ? `# ${unit}` : unit;
}

/** Whether the service names the same place as the caller, in its own spelling. What the caller has left out does not count. */
export function sameAddress(told: Address, known: UspsAddress): boolean {
  const first = told.poBox === null ? joined(told.number, told.street) : `PO BOX ${told.poBox}`;
  return (
    plain(first ?? "") === plain(known.streetAddress) &&
    plainUnit(told.unit ?? "") === plainUnit(known.secondaryAddress) &&
    (told.city === null || plain(told.city) === plain(known.city)) &&
    (told.state === null || told.state === known.state) &&
    (told.zip === null || told.zip.slice(0, 5) === known.zip.slice(0, 5))
  );
}

/** The address as it was told, with what the caller has left out. */
export function completed(told: Address, known: UspsAddress): Address {
  return {
    ...told,
    city: told.city ?? capitalised(known.city),
    state: known.state,
    zip: told.zip ?? known.zip,
  };
}

/** The service's address in our words, as it will be said. */
export function corrected(known: UspsAddress): Address {
  const box = /^PO BOX (\S+)$/.exec(known.streetAddress)?.[1] ?? null;
  const [, number = null, street = null] = /^(\d\S*(?: \d\/\d)?) (.+)$/.exec(known.streetAddress) ?? [];
  return {
    number: box === null ? number : null,
    street: box === null && street !== null ? capitalised(street.split(" ").map(wholeWord).join(" ")) : null,
    unit: plainUnit(known.secondaryAddress).toUpperCase() || null,
    city: capitalised(known.city),
    state: known.state,
    zip: known.zip,
    poBox: box,
  };
}

const wholeWords = new Map(
  [...streetTypes, ...directions].flatMap(([whole = "", ...short]) =>
    short.map((one) => [one, whole] as const),
  ),
);
const unitNames = new Set(unitWords.flat());

function wholeWord(word: string): string {
  return wholeWords.get(word.toLowerCase()) ?? word;
}

/** In small letters, without punctuation, with no word shortened. */
function plain(text: string): string {
  const words = text.toLowerCase().replaceAll(/[.,']/g, "").split(/\s+/);
  return words.map(wholeWord).join(" ").trim();
}

/** "APT 4B" and "# 4B" are "4b". */
function plainUnit(text: string): string {
  const words = text.toLowerCase().replaceAll("#", " ").trim().split(/\s+/);
  const [name = "", ...code] = words;
  return code.length > 0 && unitNames.has(name) ? code.join(" ") : words.join(" ");
}

/** "N MAIN STREET" is "N Main Street", "23RD" is "23rd". */
function capitalised(text: string): string {
  return text.toLowerCase().replaceAll(/(^|[\s-])[a-z]/g, (start) => start.toUpperCase());
}
