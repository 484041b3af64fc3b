import { type CountingTelemetry, countingTelemetry } from "../../../ports/testing/counting-telemetry.ts";
import type { Upstream } from "../../../ports/upstream.ts";
import { systemClock } from "../../../runtime/runtime.ts";
import { type ResilienceLimits, usualLimits } from "../../resilience/resilience.ts";
import { openUpstream } from "../upstream.ts";

export interface TestUpstream extends Upstream, AsyncDisposable {
  readonly telemetry: CountingTelemetry;
}

/** The real door to an emulated service, with less patience than a server has. */
export function testUpstream(
  address: string,
  limits: Partial<ResilienceLimits> = {},
  service = "example",
): TestUpstream {
  const telemetry = countingTelemetry();
  const opened = openUpstream({
    service,
    address,
    limits: { ...usualLimits, deadlineMs: 400, attemptMs: 100, backOff: { firstMs: 1, capMs: 1 }, ...limits },
    clock: systemClock,
    telemetry,
  });
  return { ...opened, telemetry, [Symbol.asyncDispose]: () => opened.close() };
}
