import { suggestService } from "../../scheduling/suggest-service.ts";
import { today } from "../dialogue-io.ts";
import { valueIn } from "../dialogue-state.ts";
import { aimAt, type StageOf } from "./next.ts";

/** What age and mileage of the vehicle speak for beside what is wanted: proposed once, and never again. */
export const suggestion: StageOf = (state, context) => {
  const vehicle = valueIn(state, "vehicle");
  if (state.suggested || vehicle === null || state.negotiation.held !== null) return null;
  const offered = new Set(context.practice.offerings.flatMap(({ services }) => services));
  const mileage = valueIn(state, "mileage") ?? vehicle.mileage;
  const found = suggestService({
    vehicle: { ...vehicle, mileage },
    asked: valueIn(state, "services") ?? [],
    offered,
    today: today(context),
  });
  return found === null ? null : aimAt({ kind: "suggest", suggestion: found });
};
