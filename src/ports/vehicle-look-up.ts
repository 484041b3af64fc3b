import type { Vehicle } from "../core/language/understanding.ts";
import type { Private } from "../core/values/private.ts";

/** What a VIN tells of its vehicle. Null is what it does not tell; at least the make is known. */
export type DecodedVehicle = Pick<Vehicle, "year" | "make" | "model">;

/** `service` = somebody who knows vehicles has said so; `offline` = read from the characters of the VIN itself. */
export type VinAnswer =
  | { readonly vehicle: DecodedVehicle; readonly source: "service" | "offline" }
  | "notDecoded";

/**
 * Knows vehicles by their VIN, seventeen characters in upper case. What it is not sure of is `notDecoded` and never a guess;
 * so is any text that is no VIN. Makes and models are named as in `core/language`. Throws `WorldError` without the VIN in it.
 */
export interface VehicleLookUp {
  decode(vin: Private<string>): Promise<VinAnswer>;
}
