import { type Fault, requestFaults } from "../../../src/sim/emulators/faults.ts";
import type { OpenUpstream } from "../cell.ts";

/** What can be done to a service that answers requests. */
export const answerFaults: readonly Fault[] = [...requestFaults(30), { slowMs: 3_000 }];
/** Everything that can be done to one that keeps a stream open. */
export const streamFaults: readonly Fault[] = [...answerFaults, "duplicate", "outOfOrder"];

/** A key of nobody's. */
export const KEY = "not-a-real-key";

interface Emulator extends AsyncDisposable {
  setFault(fault: Fault | null): void;
  sockets(): number;
}

/** A service of one emulator, reached by these settings. */
export function upstreamOf(
  emulator: Emulator,
  settings: OpenUpstream["settings"],
  more: Pick<OpenUpstream, "ring" | "aftermath"> = {},
): OpenUpstream {
  return {
    settings,
    setFault: (fault) => emulator.setFault(fault),
    sockets: () => emulator.sockets(),
    ...more,
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}
