import { fieldIds } from "../core/dialogue/field-ids.ts";
import { complaints } from "../core/language/en/complaint-table.ts";
import { payers } from "../core/language/en/payer-table.ts";
import { services } from "../core/language/en/service-table.ts";
import type { KnownIds } from "./check-references.ts";

/** The ids that a practice file may refer to and that live in the code. */
export const knownIds: KnownIds = {
  payers: new Set(payers.map(({ id }) => id)),
  complaints: new Set(complaints.map(({ id }) => id)),
  services: new Set(services.map(({ id }) => id)),
  fields: new Set<string>(fieldIds),
};
