import type { VehicleOnFile } from "../../core/dialogue/requests.ts";
import type { PersonId, VehicleId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { personName, vehicleName, withNews, withoutFilled } from "../identity.ts";
import type { Duplicate, Merge } from "../ledger-of-staff.ts";
import { isSameCode, type MemoryFile, type MemoryPerson, noPreferences } from "./memory-file.ts";

/** `undo` where something was merged that was two before. */
interface Merged<Refusal> {
  readonly answer: "merged" | Refusal;
  readonly undo?: () => void;
}

/** Two who look like one, and are made one, or two again. */
export class MemoryMerges {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /** Pairs that nobody has merged. */
  get duplicates(): readonly Duplicate[] {
    return this.#file.twins.all.map(({ kind, one, other, ...found }): Duplicate => {
      if (kind === "vehicle")
        return { ...found, kind, one: hide(this.#file.vehicle(one)), other: hide(this.#file.vehicle(other)) };
      const person = (id: PersonId) => ({ person: id, details: hide(this.#file.get(id).details) });
      return { ...found, kind, one: person(one), other: person(other) };
    });
  }

  /** The answer, and for what was merged just now how to take it back. */
  mergePeople({ kept, merged }: Merge<PersonId>): Merged<"notThere"> {
    const known = [kept, merged].every((person) => this.#file.has(person));
    if (!known || kept === merged || this.#file.mergedPeople.has(kept)) return { answer: "notThere" };
    const already = this.#file.mergedPeople.get(merged);
    if (already !== undefined) return { answer: already === kept ? "merged" : "notThere" };
    const [stays, goes] = [this.#file.get(kept), this.#file.get(merged)];
    const alike = this.#file.twins.all.filter(({ one, other }) => one === merged || other === merged);
    const pointed = [...this.#file.mergedPeople].filter(([, into]) => into === merged).map(([gone]) => gone);
    const calls = [...this.#file.scopes.values()].filter((people) => people.has(merged));
    const gained = calls.filter((people) => !people.has(kept));
    this.#file.change(kept, {
      details: withNews(goes.details, stays.details),
      vehicles: [...(stays.vehicles ?? []), ...(goes.vehicles ?? [])],
      preferences: withNews(goes.preferences ?? noPreferences, stays.preferences ?? noPreferences),
    });
    this.#file.change(merged, { vehicles: [] });
    for (const gone of [...pointed, merged]) this.#file.mergedPeople.set(gone, kept);
    for (const people of calls) people.add(kept).delete(merged);
    this.#file.twins.settle({ kept, merged });
    const undo = () => {
      this.#partPeople({ kept, merged }, { stays, goes });
      for (const gone of pointed) this.#file.mergedPeople.set(gone, merged);
      for (const people of calls) people.add(merged);
      for (const people of gained) people.delete(kept);
      this.#file.twins.reopen(alike);
    };
    return { answer: "merged", undo };
  }

  #partPeople(
    { kept, merged }: Merge<PersonId>,
    { stays, goes }: { readonly stays: MemoryPerson; readonly goes: MemoryPerson },
  ): void {
    const { details, vehicles = [], preferences = noPreferences } = this.#file.get(kept);
    const isTheirs = ({ id }: VehicleOnFile) => goes.vehicles?.some((one) => one.id === id) ?? false;
    this.#file.change(kept, {
      details: withoutFilled(details, stays.details, goes.details),
      vehicles: vehicles.filter((one) => !isTheirs(one)),
      preferences: withoutFilled(
        preferences,
        stays.preferences ?? noPreferences,
        goes.preferences ?? noPreferences,
      ),
    });
    this.#file.change(merged, { vehicles: vehicles.filter(isTheirs) });
    this.#file.mergedPeople.delete(merged);
  }

  mergeVehicles({ kept, merged }: Merge<VehicleId>): Merged<"notThere" | "different"> {
    if (this.#file.mergedVehicles.get(merged) === kept) return { answer: "merged" };
    const { vehicles } = this.#file;
    const [stays, goes] = [kept, merged].map((vehicle) => vehicles.find(({ id }) => id === vehicle));
    if (stays === undefined || goes === undefined || stays === goes) return { answer: "notThere" };
    if (stays.vin !== null && goes.vin !== null && !isSameCode(stays.vin, goes.vin))
      return { answer: "different" };
    const owner = this.#file.all.findIndex(({ vehicles = [] }) => vehicles.includes(goes));
    const alike = this.#file.twins.all.filter(({ one, other }) => one === merged || other === merged);
    this.#file.replaceVehicles((vehicle) =>
      vehicle === goes ? [] : vehicle === stays ? [withNews(goes, stays)] : [vehicle],
    );
    this.#file.mergedVehicles.set(merged, kept);
    this.#file.twins.settle({ kept, merged });
    const undo = () => {
      this.#file.replaceVehicles((vehicle) =>
        vehicle.id === kept ? [{ ...withoutFilled(vehicle, stays, goes), id: kept }] : [vehicle],
      );
      const person = `person-${owner + 1}`;
      this.#file.change(person, { vehicles: [...(this.#file.get(person).vehicles ?? []), goes] });
      this.#file.mergedVehicles.delete(merged);
      this.#file.twins.reopen(alike);
    };
    return { answer: "merged", undo };
  }

  keepApart(pair: { readonly one: string; readonly other: string }): boolean {
    return this.#file.twins.part(pair);
  }

  namesOf({ kind, kept, merged }: Merge<string> & Pick<Duplicate, "kind">): Merge<string> {
    const name = (id: string) =>
      kind === "vehicle" ? vehicleName(this.#file.vehicle(id)) : personName(this.#file.get(id).details);
    return { kept: name(kept), merged: name(kind === "vehicle" ? kept : merged) };
  }

  /** Whom, or which vehicle, one has gone into; undefined where it stands for itself. */
  mergedInto(id: string): string | undefined {
    return this.#file.mergedPeople.get(id) ?? this.#file.mergedVehicles.get(id);
  }
}
