import type { PersonDetails, Proof, VehicleDetails, WorkStatus } from "../../core/dialogue/requests.ts";
import type { CallId, EpochMs, PersonId, VehicleId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { identityText, isVinTail, nameText, phoneText, vehicleName, withNews, zipText } from "../identity.ts";
import type { KnownPerson } from "../ledger.ts";
import { MemoryFailedProofs, subjectOf } from "./memory-failed-proofs.ts";
import { isSameCode, MemoryFile, type MemoryPerson } from "./memory-file.ts";
import { MemoryMerges } from "./memory-merges.ts";
import { likeness } from "./memory-twins.ts";

interface Work {
  readonly state: WorkStatus["state"];
  readonly since: EpochMs;
}

/** People, vehicles and whom a call may touch, by the rules of the port. */
export class MemoryPeople {
  readonly merges: MemoryMerges;
  readonly #file: MemoryFile;
  readonly #failed: MemoryFailedProofs;
  readonly #creators = new Map<PersonId, CallId>();
  readonly #work = new Map<VehicleId, Work>();
  #vehicles = 0;

  constructor(now: () => EpochMs) {
    this.#failed = new MemoryFailedProofs(now);
    this.#file = new MemoryFile(now);
    this.merges = new MemoryMerges(this.#file);
  }

  get all(): MemoryPerson[] {
    return this.#file.all;
  }

  get(person: PersonId): MemoryPerson {
    return this.#file.get(person);
  }

  change(person: PersonId, news: Partial<MemoryPerson>): void {
    this.#file.change(person, news);
  }

  isOwn(call: CallId, person: PersonId): boolean {
    return this.#file.scopes.get(call)?.has(person) ?? false;
  }

  ofPhone(phone: string): readonly PersonId[] {
    return this.#file.where(
      ({ details }) => details.phone != null && phoneText(details.phone) === phoneText(phone),
    );
  }

  prove(call: CallId, proof: Proof): KnownPerson | "new" | "ambiguous" | "locked" {
    if (this.#failed.isLocked(call, proof)) return "locked";
    const [one, ...others] = this.#matching(proof);
    if (one === undefined) {
      this.#failed.count(call, proof, this.#isOnFile(proof));
      return "new";
    }
    if (others.length > 0) return "ambiguous";
    this.#failed.forget(proof);
    this.#own(call, one);
    const { details, vehicles = [] } = this.#file.get(one);
    return { person: one, details: hide(details), vehicles: hide(vehicles) };
  }

  /** Finds or creates the person; what is on file changes only for a call of their own. */
  save(call: CallId, given: PersonDetails): { readonly person: PersonId; readonly details: PersonDetails } {
    const known = this.#known(call, given);
    const person = known ?? `person-${this.#file.all.push({ details: { ...given, vehicle: null } })}`;
    if (known === undefined) {
      this.#own(call, person);
      this.#creators.set(person, call);
      this.#markPerson(person, given);
    } else if (this.isOwn(call, person))
      this.#file.change(person, {
        details: withNews(this.#file.get(person).details, { ...given, vehicle: null }),
      });
    if (given.vehicle === null) return { person, details: given };
    const id = this.#saveVehicle(person, this.isOwn(call, person), given.vehicle);
    return { person, details: { ...given, vehicle: { ...given.vehicle, id } } };
  }

  setWork(vehicle: VehicleId, state: WorkStatus["state"], now: EpochMs): void {
    const there = this.#file.mergedVehicles.get(vehicle) ?? vehicle;
    if (this.#work.get(there)?.state !== state) this.#work.set(there, { state, since: now });
  }

  workOf(person: PersonId): readonly WorkStatus[] {
    const { vehicles = [] } = this.#file.get(person);
    return vehicles
      .flatMap((vehicle) => {
        const work = this.#work.get(vehicle.id);
        return work === undefined ? [] : [{ vehicle: vehicleName(vehicle), ...work }];
      })
      .toSorted((one, other) => other.since - one.since);
  }

  #own(call: CallId, person: PersonId): void {
    this.#file.scopes.set(call, (this.#file.scopes.get(call) ?? new Set()).add(person));
  }

  #matching(proof: Proof): readonly PersonId[] {
    if (proof.kind === "nameAndBirth") {
      const asked = identityText({ ...proof, phone: null });
      return this.#file.where(({ details }) => identityText({ phone: null, ...details }) === asked);
    }
    return this.ofPhone(proof.phone).filter((person) => fits(this.#file.get(person), proof));
  }

  /** Whether the call has proved to be somebody who was on file before it; null for whom it has put there itself. */
  isKnownTo(call: CallId, given: PersonDetails): boolean | null {
    const person = this.#known(call, given);
    if (person === undefined || !this.isOwn(call, person)) return false;
    return this.#creators.get(person) === call ? null : true;
  }

  #isOnFile(proof: Proof): boolean {
    if (proof.kind !== "nameAndBirth") return this.ofPhone(proof.phone).length > 0;
    return (
      this.#file.where(
        ({ details }) => subjectOf({ ...proof, ...details, dateOfBirth: "" }) === subjectOf(proof),
      ).length > 0
    );
  }

  #markPerson(other: PersonId, given: PersonDetails): void {
    this.#file.all.forEach(({ details }, index) => {
      const one = `person-${index + 1}`;
      const alike = likeness(details, given);
      if (one !== other && alike !== null && !this.#file.mergedPeople.has(one))
        this.#file.twins.mark({ kind: "person", one, other, alike });
    });
  }

  #markVehicle(other: VehicleId, newPlate: string | null, ofVin: VehicleId | null): void {
    if (ofVin !== null) this.#file.twins.mark({ kind: "vehicle", one: ofVin, other, alike: "vin" });
    for (const { id, plate } of this.#file.vehicles)
      if (id !== other && isSameCode(plate, newPlate))
        this.#file.twins.mark({ kind: "vehicle", one: id, other, alike: "plate" });
  }

  #known(call: CallId, given: PersonDetails): PersonId | undefined {
    const identity = identityText(given);
    const same = this.#file.where(
      ({ details }) => identity !== null && identityText({ phone: null, ...details }) === identity,
    );
    const named =
      given.dateOfBirth !== null
        ? []
        : this.#file.where(
            ({ details }) =>
              nameText(details.given) === nameText(given.given) &&
              nameText(details.family) === nameText(given.family),
          );
    return [...same, ...named].find((person) => this.isOwn(call, person)) ?? same[0];
  }

  #saveVehicle(person: PersonId, own: boolean, given: VehicleDetails): VehicleId | null {
    const { vehicles = [] } = this.#file.get(person);
    const known = vehicles.find(
      ({ id, vin, plate }) => id === given.id || isSameCode(vin, given.vin) || isSameCode(plate, given.plate),
    );
    const elsewhere = this.#file.vehicles.find(
      (one) => !vehicles.includes(one) && isSameCode(one.vin, given.vin),
    );
    if (!own || (known === undefined && elsewhere !== undefined)) return (known ?? elsewhere)?.id ?? null;
    const id = known?.id ?? `vehicle-${++this.#vehicles}`;
    this.#markVehicle(id, known === undefined ? given.plate : null, elsewhere?.id ?? null);
    const news = elsewhere === undefined ? given : { ...given, vin: null };
    const saved = { ...withNews<VehicleDetails>(known ?? news, news), id };
    this.#file.change(person, { vehicles: [...vehicles.filter((one) => one !== known), saved] });
    return id;
  }
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
