import { type CountingTelemetry, countingTelemetry } from "../../../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../../../ports/testing/paced-clock.ts";
import type { Upstream } from "../../../ports/upstream.ts";
import { type ResilienceLimits, usualLimits } from "../../resilience/resilience.ts";
import { openUpstream } from "../upstream.ts";

export interface TestUpstream extends Upstream, AsyncDisposable {
  readonly telemetry: CountingTelemetry;
}

/**
 * The real door to an emulated service. Waits between attempts are the machine's, all other limits are counted in turns of the
 * event loop.
 */
export function testUpstream(
  address: string,
  limits: Partial<ResilienceLimits> = {},
  service = "example",
): TestUpstream {
  const telemetry = countingTelemetry();
  const opened = openUpstream({
    service,
    address,
    limits: {
      ...usualLimits,
      deadlineMs: 5_000,
      attemptMs: 100,
      backOff: { firstMs: 1, capMs: 1 },
      ...limits,
    },
    clock: pacedClock(),
    telemetry,
  });
  return { ...opened, telemetry, [Symbol.asyncDispose]: () => opened.close() };
}
