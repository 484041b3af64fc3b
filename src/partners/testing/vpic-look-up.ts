import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import type { VehicleLookUp } from "../../ports/vehicle-look-up.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { nhtsaVehicleLookUp, vinDecoderLimits } from "../nhtsa-vehicle-look-up.ts";
import { resilience } from "../resilience/resilience.ts";

/** The client of vPIC as the server has it, with less time to answer. */
export function vpicLookUp(address: string): VehicleLookUp {
  const limits = { ...vinDecoderLimits, deadlineMs: 200 };
  const telemetry = countingTelemetry();
  const policy = resilience({ service: "vPIC", limits, clock: systemClock, telemetry });
  return nhtsaVehicleLookUp({ address, resilience: policy });
}
