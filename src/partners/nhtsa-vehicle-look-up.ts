import { z } from "zod";
import { makes } from "../core/language/en/vehicle-table.ts";
import type { Upstream } from "../ports/upstream.ts";
import type { DecodedVehicle, VehicleLookUp, VinAnswer } from "../ports/vehicle-look-up.ts";
import { WorldError } from "../ports/world-error.ts";
import { isVin } from "./offline-vehicle-look-up.ts";
import { type ResilienceLimits, usualLimits } from "./resilience/resilience.ts";

/** A caller is waiting; without an answer by then the VIN is read offline. So there is one attempt. */
export const vinDecoderLimits: ResilienceLimits = {
  ...usualLimits,
  deadlineMs: 2_000,
  attemptMs: 2_000,
  attempts: 1,
};

/** Flat form of the answer: one result, every value a text, empty where nothing is known. */
const answerForm = z.object({
  Results: z
    .array(
      z.object({
        Make: z.string().nullish(),
        Model: z.string().nullish(),
        ModelYear: z.string().nullish(),
        ErrorCode: z.string().nullish(),
      }),
    )
    .min(1),
});
type Result = z.infer<typeof answerForm>["Results"][number];

/**
 * Codes for a VIN that the service has changed, that is not whole, or that holds characters no VIN holds: what is said then is
 * about another vehicle. A wrong check digit (1) alone is common on vehicles made for Europe.
 */
const aboutAnother = new Set(["2", "3", "4", "5", "6", "400"]);
const wrongYear = "11";

/**
 * The decoder of the American traffic safety administration (vPIC), which needs no account. `vpic` is
 * `https://vpic.nhtsa.dot.gov`, or whoever answers in its place.
 */
export function nhtsaVehicleLookUp(vpic: Upstream): VehicleLookUp {
  return {
    async decode(vin) {
      const text = vin.reveal();
      if (!isVin(text)) return "notDecoded";
      const path = `/api/vehicles/DecodeVinValues/${text}?format=json`;
      return answerOf((await vpic.request({ doing: "decoding a VIN", method: "GET", path })).json());
    },
  };
}

function answerOf(body: unknown): VinAnswer {
  const read = answerForm.safeParse(body);
  // What the answer holds instead may repeat the VIN, so it is not told.
  if (!read.success) throw new WorldError("vPIC", "reading its answer", { retryable: false });
  const result = read.data.Results[0] as Result;
  const codes = (result.ErrorCode ?? "").split(",").map((code) => code.trim());
  const vehicle = vehicleOf(result, codes.includes(wrongYear));
  if (vehicle === null || codes.some((code) => aboutAnother.has(code))) return "notDecoded";
  return { vehicle, source: "service" };
}

function vehicleOf({ Make, Model, ModelYear }: Result, yearIsWrong: boolean): DecodedVehicle | null {
  if (!Make) return null;
  const known = makes.find(({ name }) => sameName(name, Make));
  const model = Model ? (known?.models.find(({ name }) => sameName(name, Model))?.name ?? Model) : null;
  const year = /^(?:19|20)\d\d$/.test(ModelYear ?? "") && !yearIsWrong ? Number(ModelYear) : null;
  return { year, make: known?.name ?? capitalised(Make), model };
}

/** "MERCEDES-BENZ" and "Mercedes-Benz", "CR-V" and "CRV". */
function sameName(ours: string, theirs: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, "");
  return plain(ours) === plain(theirs);
}

function capitalised(shouted: string): string {
  return shouted.toLowerCase().replace(/(^|[\s-])[a-z]/g, (start) => start.toUpperCase());
}
