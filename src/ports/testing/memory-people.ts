import type {
  PersonDetails,
  Proof,
  VehicleDetails,
  VehicleOnFile,
  WorkStatus,
} from "../../core/dialogue/requests.ts";
import type { CallId, EpochMs, PersonId, VehicleId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import {
  codeText,
  identityText,
  isVinTail,
  nameText,
  phoneText,
  vehicleName,
  withNews,
  zipText,
} from "../identity.ts";
import type { KnownPerson, Preferences } from "../ledger.ts";

/** Somebody on file; tests put them there. Whoever stands at index 0 is `person-1`. */
export interface MemoryPerson {
  readonly details: Partial<PersonDetails> & Pick<PersonDetails, "given" | "family" | "dateOfBirth">;
  readonly vehicles?: readonly VehicleOnFile[];
  readonly preferences?: Preferences;
}

interface Work {
  readonly state: WorkStatus["state"];
  readonly since: EpochMs;
}

const mostFailures = 3;

/** People, vehicles and whom a call may touch, by the rules of the port. */
export class MemoryPeople {
  readonly all: MemoryPerson[] = [];
  readonly #scopes = new Map<CallId, Set<PersonId>>();
  readonly #failures = new Map<CallId, number>();
  readonly #work = new Map<VehicleId, Work>();
  #vehicles = 0;

  isOwn(call: CallId, person: PersonId): boolean {
    return this.#scopes.get(call)?.has(person) ?? false;
  }

  get(person: PersonId): MemoryPerson {
    const found = this.all[indexOf(person)];
    if (found === undefined) throw new Error(`There is no ${person}`);
    return found;
  }

  change(person: PersonId, news: Partial<MemoryPerson>): void {
    this.all[indexOf(person)] = { ...this.get(person), ...news };
  }

  ofPhone(phone: string): readonly PersonId[] {
    return this.#where(
      ({ details }) => details.phone != null && phoneText(details.phone) === phoneText(phone),
    );
  }

  prove(call: CallId, proof: Proof): KnownPerson | "new" | "ambiguous" | "locked" {
    const failures = this.#failures.get(call) ?? 0;
    if (failures >= mostFailures) return "locked";
    const [one, ...others] = this.#matching(proof);
    if (one === undefined) {
      this.#failures.set(call, failures + 1);
      return "new";
    }
    if (others.length > 0) return "ambiguous";
    this.#own(call, one);
    const { details, vehicles = [] } = this.get(one);
    return { person: one, details: hide(details), vehicles: hide(vehicles) };
  }

  /** Finds or creates the person; what is on file changes only for a call of their own. */
  save(call: CallId, given: PersonDetails): { readonly person: PersonId; readonly details: PersonDetails } {
    const known = this.#known(call, given);
    const person = known ?? `person-${this.all.push({ details: { ...given, vehicle: null } })}`;
    if (known === undefined) this.#own(call, person);
    else if (this.isOwn(call, person))
      this.change(person, { details: withNews(this.get(person).details, { ...given, vehicle: null }) });
    if (given.vehicle === null) return { person, details: given };
    const id = this.#saveVehicle(person, this.isOwn(call, person), given.vehicle);
    return { person, details: { ...given, vehicle: { ...given.vehicle, id } } };
  }

  setWork(vehicle: VehicleId, state: WorkStatus["state"], now: EpochMs): void {
    if (this.#work.get(vehicle)?.state !== state) this.#work.set(vehicle, { state, since: now });
  }

  workOf(person: PersonId): readonly WorkStatus[] {
    const { vehicles = [] } = this.get(person);
    return vehicles
      .flatMap((vehicle) => {
        const work = this.#work.get(vehicle.id);
        return work === undefined ? [] : [{ vehicle: vehicleName(vehicle), ...work }];
      })
      .toSorted((one, other) => other.since - one.since);
  }

  #own(call: CallId, person: PersonId): void {
    this.#scopes.set(call, (this.#scopes.get(call) ?? new Set()).add(person));
  }

  #where(fits: (person: MemoryPerson) => boolean): readonly PersonId[] {
    return this.all.flatMap((person, index) => (fits(person) ? [`person-${index + 1}`] : []));
  }

  #matching(proof: Proof): readonly PersonId[] {
    if (proof.kind === "nameAndBirth") {
      const asked = identityText({ ...proof, phone: null });
      return this.#where(({ details }) => identityText({ phone: null, ...details }) === asked);
    }
    return this.ofPhone(proof.phone).filter((person) => fits(this.get(person), proof));
  }

  #known(call: CallId, given: PersonDetails): PersonId | undefined {
    const identity = identityText(given);
    const same = this.#where(
      ({ details }) => identity !== null && identityText({ phone: null, ...details }) === identity,
    );
    const named =
      given.dateOfBirth !== null
        ? []
        : this.#where(
            ({ details }) =>
              nameText(details.given) === nameText(given.given) &&
              nameText(details.family) === nameText(given.family),
          );
    return [...same, ...named].find((person) => this.isOwn(call, person)) ?? same[0];
  }

  #saveVehicle(person: PersonId, own: boolean, given: VehicleDetails): VehicleId | null {
    const { vehicles = [] } = this.get(person);
    const known = vehicles.find(
      ({ id, vin, plate }) => id === given.id || isSameCode(vin, given.vin) || isSameCode(plate, given.plate),
    );
    const elsewhere = this.all
      .flatMap(({ vehicles: theirs = [] }) => theirs)
      .find((one) => !vehicles.includes(one) && isSameCode(one.vin, given.vin));
    if (!own || (known === undefined && elsewhere !== undefined)) return (known ?? elsewhere)?.id ?? null;
    const id = known?.id ?? `vehicle-${++this.#vehicles}`;
    const news = elsewhere === undefined ? given : { ...given, vin: null };
    const saved = { ...withNews<VehicleDetails>(known ?? news, news), id };
    this.change(person, { vehicles: [...vehicles.filter((one) => one !== known), saved] });
    return id;
  }
}

function indexOf(person: PersonId): number {
  return Number(person.slice("person-".length)) - 1;
}

function isSameCode(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && codeText(one) === codeText(other);
}

function fits(
  { details, vehicles = [] }: MemoryPerson,
  proof: Exclude<Proof, { kind: "nameAndBirth" }>,
): boolean {
  switch (proof.kind) {
    case "plate":
      return vehicles.some(({ plate }) => isSameCode(plate, proof.plate));
    case "vinTail":
      return vehicles.some(({ vin }) => isVinTail(vin, proof.tail));
    case "familyAndZip":
      return (
        nameText(details.family) === nameText(proof.family) &&
        zipText(proof.zip).length === 5 &&
        zipText(details.address?.zip ?? "") === zipText(proof.zip)
      );
  }
}
