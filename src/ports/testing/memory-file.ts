import type { PersonDetails, VehicleOnFile } from "../../core/dialogue/requests.ts";
import type { CallId, EpochMs, PersonId, VehicleId } from "../../core/values/ids.ts";
import { codeText } from "../identity.ts";
import type { Preferences } from "../ledger.ts";
import { MemoryTwins } from "./memory-twins.ts";

/** Somebody on file; tests put them there. Whoever stands at index 0 is `person-1`. */
export interface MemoryPerson {
  readonly details: Partial<PersonDetails> & Pick<PersonDetails, "given" | "family" | "dateOfBirth">;
  readonly vehicles?: readonly VehicleOnFile[];
  readonly preferences?: Preferences;
}

export const noPreferences: Preferences = { language: null, channel: null, reminders: null, favorite: null };

/** The rows of people and their vehicles, which of them were merged, and whose scope a call has. */
export class MemoryFile {
  readonly all: MemoryPerson[] = [];
  readonly scopes = new Map<CallId, Set<PersonId>>();
  readonly mergedPeople = new Map<PersonId, PersonId>();
  readonly mergedVehicles = new Map<VehicleId, VehicleId>();
  readonly twins: MemoryTwins;

  constructor(now: () => EpochMs) {
    this.twins = new MemoryTwins(now);
  }

  get vehicles(): readonly VehicleOnFile[] {
    return this.all.flatMap(({ vehicles = [] }) => vehicles);
  }

  has(person: PersonId): boolean {
    return this.all[indexOf(person)] !== undefined;
  }

  get(person: PersonId): MemoryPerson {
    const found = this.all[indexOf(person)];
    if (found === undefined) throw new Error(`There is no ${person}`);
    return found;
  }

  change(person: PersonId, news: Partial<MemoryPerson>): void {
    this.all[indexOf(person)] = { ...this.get(person), ...news };
  }

  /** People that fit, each as whom they stand for now. */
  where(fits: (person: MemoryPerson) => boolean): readonly PersonId[] {
    const found = this.all.flatMap((person, index) => (fits(person) ? [`person-${index + 1}`] : []));
    return [...new Set(found.map((person) => this.mergedPeople.get(person) ?? person))];
  }

  vehicle(wanted: VehicleId): VehicleOnFile {
    const found = this.vehicles.find(({ id }) => id === wanted);
    if (found === undefined) throw new Error(`There is no ${wanted}`);
    return found;
  }

  replaceVehicles(by: (vehicle: VehicleOnFile) => readonly VehicleOnFile[]): void {
    this.all.forEach(({ vehicles = [] }, index) => {
      this.change(`person-${index + 1}`, { vehicles: vehicles.flatMap(by) });
    });
  }
}

function indexOf(person: PersonId): number {
  return Number(person.slice("person-".length)) - 1;
}

export function isSameCode(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && codeText(one) === codeText(other);
}
