import { z } from "zod";
import { makes } from "../core/language/en/vehicle-table.ts";
import type { Resilience } from "../ports/resilience.ts";
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

const doing = "decoding a VIN";

interface Options {
  /** `https://vpic.nhtsa.dot.gov`, or whoever answers in its place. */
  readonly address: string;
  readonly resilience: Resilience;
}

/** The decoder of the American traffic safety administration (vPIC), which needs no account. */
export function nhtsaVehicleLookUp({ address, resilience }: Options): VehicleLookUp {
  return {
    async decode(vin) {
      const text = vin.reveal();
      if (!isVin(text)) return "notDecoded";
      const url = new URL(`/api/vehicles/DecodeVinValues/${text}?format=json`, address);
      return answerOf(await resilience.run(doing, ({ signal }) => ask(url, signal)));
    },
  };
}

async function ask(url: URL, signal: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { signal, redirect: "error" });
    if (response.ok) return await response.json();
  } catch (cause) {
    throw new WorldError("vPIC", doing, { retryable: true, cause: withoutAddress(cause) });
  }
  await response.body?.cancel();
  const retryable = response.status >= 500 || response.status === 408 || response.status === 429;
  throw new WorldError("vPIC", doing, { retryable, cause: new Error(`HTTP ${response.status}`) });
}

/** The address that was asked ends in the VIN, so only the name and code of an error go on. */
function withoutAddress(error: unknown): Error {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: { code?: unknown } };
  const known = [name, cause?.code].filter((part) => /^\w{1,40}$/.test(String(part ?? "")));
  return new Error(known.join(" ") || "failure");
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
