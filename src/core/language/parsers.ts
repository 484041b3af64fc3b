import { readAddresses } from "./address.ts";
import { readBirthDates } from "./birth-date.ts";
import { readComplaints } from "./complaint.ts";
import { readDurations } from "./durations.ts";
import { readEmails } from "./email.ts";
import { readIdentifiers } from "./identifier.ts";
import { readNames } from "./name.ts";
import { readPains } from "./pain.ts";
import { readPayers } from "./payer.ts";
import { readPhones } from "./phone.ts";
import { readQuantities } from "./quantities.ts";
import { readServices } from "./service.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { readVehicles } from "./vehicle.ts";
import { readVins } from "./vin.ts";
import { readWhen } from "./when.ts";
import type { Word } from "./words.ts";

/** One kind of value out of the words. Total; spans lie in `heard.text`; several readings of one kind are alternatives. */
export type Parser = (
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
) => readonly Reading[];

/** Every parser runs on every utterance; who is right where two overlap is decided in `resolve`. */
export const parsers: readonly Parser[] = [
  readEmails,
  readNames,
  readIdentifiers,
  readAddresses,
  readPayers,
  readVins,
];

/** The same, which hear no hesitations: a caller may think anywhere in a figure, in "chest pain" or in "eighteen Honda Civic". */
export const steadyParsers: readonly Parser[] = [
  readPhones,
  readPains,
  readBirthDates,
  readComplaints,
  readServices,
  readVehicles,
];

/** The same for words in the long form (`plainWords`), which phrase tables are written in. */
export const plainParsers: readonly ((
  plain: readonly Word[],
  circumstances: Circumstances,
) => readonly Reading[])[] = [readWhen, readDurations, readQuantities];
