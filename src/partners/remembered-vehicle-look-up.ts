import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { VehicleLookUp, VinAnswer } from "../ports/vehicle-look-up.ts";
import { WorldError } from "../ports/world-error.ts";
import { sharedAnswers } from "./shared-answers.ts";

const KEPT_MS = 7 * 24 * 3_600_000;
const KEPT_VINS = 10_000;

/**
 * Asks `service` once a week for each VIN, and reads the VIN `offline` when the service is away or knows nothing of it. Several
 * who ask at the same time share one question. Failures and blanks are not remembered. Never rejects for a failure of the world.
 */
export function rememberedVehicleLookUp(options: {
  readonly service: VehicleLookUp;
  readonly offline: VehicleLookUp;
  readonly clock: Pick<Clock, "now">;
  readonly telemetry: Telemetry;
}): VehicleLookUp {
  const { service, offline, clock, telemetry } = options;
  const shared = sharedAnswers<VinAnswer>({
    keptMs: KEPT_MS,
    most: KEPT_VINS,
    keeps: (answer) => answer !== "notDecoded",
    clock,
  });
  return {
    async decode(vin) {
      try {
        const answer = await shared(vin.reveal(), () => service.decode(vin));
        if (answer !== "notDecoded") return answer;
      } catch (error) {
        if (!(error instanceof WorldError)) throw error;
        telemetry.log.warn("a vehicle could not be looked up", { error });
      }
      return offline.decode(vin);
    },
  };
}
