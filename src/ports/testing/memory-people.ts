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
  personName,
  phoneText,
  vehicleName,
  withNews,
  withoutFilled,
  zipText,
} from "../identity.ts";
import type { KnownPerson, Preferences } from "../ledger.ts";
import type { Duplicate, Merge } from "../ledger-of-staff.ts";
import { MemoryFailedProofs, subjectOf } from "./memory-failed-proofs.ts";
import { likeness, MemoryTwins } from "./memory-twins.ts";

/** Somebody on file; tests put them there. Whoever stands at index 0 is `person-1`. */
export interface MemoryPerson {
  readonly details: Partial<PersonDetails> & Pick<PersonDetails, "given" | "family" | "dateOfBirth">;
  readonly vehicles?: readonly VehicleOnFile[];
  readonly preferences?: Preferences;
}

export const noPreferences: Preferences = { language: null, channel: null, reminders: null, favorite: null };

/** `undo` where something was merged that was two before. */
interface Merged<Refusal> {
  readonly answer: "merged" | Refusal;
  readonly undo?: () => void;
}

interface Work {
  readonly state: WorkStatus["state"];
  readonly since: EpochMs;
}

/** People, vehicles and whom a call may touch, by the rules of the port. */
export class MemoryPeople {
  readonly all: MemoryPerson[] = [];
  readonly #scopes = new Map<CallId, Set<PersonId>>();
  readonly #failed: MemoryFailedProofs;
  readonly #creators = new Map<PersonId, CallId>();
  readonly #mergedPeople = new Map<PersonId, PersonId>();
  readonly #mergedVehicles = new Map<VehicleId, VehicleId>();
  readonly #twins: MemoryTwins;
  readonly #work = new Map<VehicleId, Work>();
  #vehicles = 0;

  constructor(now: () => EpochMs) {
    this.#failed = new MemoryFailedProofs(now);
    this.#twins = new MemoryTwins(now);
  }

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
    if (this.#failed.isLocked(call, proof)) return "locked";
    const [one, ...others] = this.#matching(proof);
    if (one === undefined) {
      this.#failed.count(call, proof, this.#isOnFile(proof));
      return "new";
    }
    if (others.length > 0) return "ambiguous";
    this.#failed.forget(proof);
    this.#own(call, one);
    const { details, vehicles = [] } = this.get(one);
    return { person: one, details: hide(details), vehicles: hide(vehicles) };
  }

  /** Finds or creates the person; what is on file changes only for a call of their own. */
  save(call: CallId, given: PersonDetails): { readonly person: PersonId; readonly details: PersonDetails } {
    const known = this.#known(call, given);
    const person = known ?? `person-${this.all.push({ details: { ...given, vehicle: null } })}`;
    if (known === undefined) {
      this.#own(call, person);
      this.#creators.set(person, call);
      this.#markPerson(person, given);
    } else if (this.isOwn(call, person))
      this.change(person, { details: withNews(this.get(person).details, { ...given, vehicle: null }) });
    if (given.vehicle === null) return { person, details: given };
    const id = this.#saveVehicle(person, this.isOwn(call, person), given.vehicle);
    return { person, details: { ...given, vehicle: { ...given.vehicle, id } } };
  }

  setWork(vehicle: VehicleId, state: WorkStatus["state"], now: EpochMs): void {
    const there = this.#mergedVehicles.get(vehicle) ?? vehicle;
    if (this.#work.get(there)?.state !== state) this.#work.set(there, { state, since: now });
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
    const found = this.all.flatMap((person, index) => (fits(person) ? [`person-${index + 1}`] : []));
    return [...new Set(found.map((person) => this.#mergedPeople.get(person) ?? person))];
  }

  #matching(proof: Proof): readonly PersonId[] {
    if (proof.kind === "nameAndBirth") {
      const asked = identityText({ ...proof, phone: null });
      return this.#where(({ details }) => identityText({ phone: null, ...details }) === asked);
    }
    return this.ofPhone(proof.phone).filter((person) => fits(this.get(person), proof));
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
      this.#where(({ details }) => subjectOf({ ...proof, ...details, dateOfBirth: "" }) === subjectOf(proof))
        .length > 0
    );
  }

  /** Pairs that nobody has merged. */
  get duplicates(): readonly Duplicate[] {
    return this.#twins.all.map(({ kind, one, other, ...found }): Duplicate => {
      if (kind === "vehicle")
        return { ...found, kind, one: hide(this.#vehicle(one)), other: hide(this.#vehicle(other)) };
      const person = (id: PersonId) => ({ person: id, details: hide(this.get(id).details) });
      return { ...found, kind, one: person(one), other: person(other) };
    });
  }

  /** The answer, and for what was merged just now how to take it back. */
  mergePeople({ kept, merged }: Merge<PersonId>): Merged<"notThere"> {
    const known = [kept, merged].every((person) => this.all[indexOf(person)] !== undefined);
    if (!known || kept === merged || this.#mergedPeople.has(kept)) return { answer: "notThere" };
    const already = this.#mergedPeople.get(merged);
    if (already !== undefined) return { answer: already === kept ? "merged" : "notThere" };
    const [stays, goes] = [this.get(kept), this.get(merged)];
    const alike = this.#twins.all.filter(({ one, other }) => one === merged || other === merged);
    const pointed = [...this.#mergedPeople].filter(([, into]) => into === merged).map(([gone]) => gone);
    const calls = [...this.#scopes.values()].filter((people) => people.has(merged));
    const gained = calls.filter((people) => !people.has(kept));
    this.change(kept, {
      details: withNews(goes.details, stays.details),
      vehicles: [...(stays.vehicles ?? []), ...(goes.vehicles ?? [])],
      preferences: withNews(goes.preferences ?? noPreferences, stays.preferences ?? noPreferences),
    });
    this.change(merged, { vehicles: [] });
    for (const gone of [...pointed, merged]) this.#mergedPeople.set(gone, kept);
    for (const people of calls) people.add(kept).delete(merged);
    this.#twins.settle({ kept, merged });
    const undo = () => {
      this.#partPeople({ kept, merged }, { stays, goes });
      for (const gone of pointed) this.#mergedPeople.set(gone, merged);
      for (const people of calls) people.add(merged);
      for (const people of gained) people.delete(kept);
      this.#twins.reopen(alike);
    };
    return { answer: "merged", undo };
  }

  #partPeople(
    { kept, merged }: Merge<PersonId>,
    { stays, goes }: { readonly stays: MemoryPerson; readonly goes: MemoryPerson },
  ): void {
    const { details, vehicles = [], preferences = noPreferences } = this.get(kept);
    const isTheirs = ({ id }: VehicleOnFile) => goes.vehicles?.some((one) => one.id === id) ?? false;
    this.change(kept, {
      details: withoutFilled(details, stays.details, goes.details),
      vehicles: vehicles.filter((one) => !isTheirs(one)),
      preferences: withoutFilled(
        preferences,
        stays.preferences ?? noPreferences,
        goes.preferences ?? noPreferences,
      ),
    });
    this.change(merged, { vehicles: vehicles.filter(isTheirs) });
    this.#mergedPeople.delete(merged);
  }

  mergeVehicles({ kept, merged }: Merge<VehicleId>): Merged<"notThere" | "different"> {
    if (this.#mergedVehicles.get(merged) === kept) return { answer: "merged" };
    const everybodys = this.all.flatMap(({ vehicles = [] }) => vehicles);
    const [stays, goes] = [kept, merged].map((vehicle) => everybodys.find(({ id }) => id === vehicle));
    if (stays === undefined || goes === undefined || stays === goes) return { answer: "notThere" };
    if (stays.vin !== null && goes.vin !== null && !isSameCode(stays.vin, goes.vin))
      return { answer: "different" };
    const owner = this.all.findIndex(({ vehicles = [] }) => vehicles.includes(goes));
    const alike = this.#twins.all.filter(({ one, other }) => one === merged || other === merged);
    this.#replaceVehicles((vehicle) =>
      vehicle === goes ? [] : vehicle === stays ? [withNews(goes, stays)] : [vehicle],
    );
    this.#mergedVehicles.set(merged, kept);
    this.#twins.settle({ kept, merged });
    const undo = () => {
      this.#replaceVehicles((vehicle) =>
        vehicle.id === kept ? [{ ...withoutFilled(vehicle, stays, goes), id: kept }] : [vehicle],
      );
      const person = `person-${owner + 1}`;
      this.change(person, { vehicles: [...(this.get(person).vehicles ?? []), goes] });
      this.#mergedVehicles.delete(merged);
      this.#twins.reopen(alike);
    };
    return { answer: "merged", undo };
  }

  keepApart(pair: { readonly one: string; readonly other: string }): boolean {
    return this.#twins.part(pair);
  }

  namesOf({ kind, kept, merged }: Merge<string> & Pick<Duplicate, "kind">): Merge<string> {
    const name = (id: string) =>
      kind === "vehicle" ? vehicleName(this.#vehicle(id)) : personName(this.get(id).details);
    return { kept: name(kept), merged: name(kind === "vehicle" ? kept : merged) };
  }

  /** Whom, or which vehicle, one has gone into; undefined where it stands for itself. */
  mergedInto(id: string): string | undefined {
    return this.#mergedPeople.get(id) ?? this.#mergedVehicles.get(id);
  }

  #replaceVehicles(by: (vehicle: VehicleOnFile) => readonly VehicleOnFile[]): void {
    this.all.forEach(({ vehicles = [] }, index) => {
      this.change(`person-${index + 1}`, { vehicles: vehicles.flatMap(by) });
    });
  }

  #vehicle(wanted: VehicleId): VehicleOnFile {
    const found = this.all.flatMap(({ vehicles = [] }) => vehicles).find(({ id }) => id === wanted);
    if (found === undefined) throw new Error(`There is no ${wanted}`);
    return found;
  }

  #markPerson(other: PersonId, given: PersonDetails): void {
    this.all.forEach(({ details }, index) => {
      const one = `person-${index + 1}`;
      const alike = likeness(details, given);
      if (one !== other && alike !== null && !this.#mergedPeople.has(one))
        this.#twins.mark({ kind: "person", one, other, alike });
    });
  }

  #markVehicle(other: VehicleId, newPlate: string | null, ofVin: VehicleId | null): void {
    if (ofVin !== null) this.#twins.mark({ kind: "vehicle", one: ofVin, other, alike: "vin" });
    for (const { id, plate } of this.all.flatMap(({ vehicles = [] }) => vehicles))
      if (id !== other && isSameCode(plate, newPlate))
        this.#twins.mark({ kind: "vehicle", one: id, other, alike: "plate" });
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
    this.#markVehicle(id, known === undefined ? given.plate : null, elsewhere?.id ?? null);
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
