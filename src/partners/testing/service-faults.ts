import { type Fault, requestFaults } from "../../sim/emulators/faults.ts";

/** All that keeps a service from answering, and whether it may pass: a key that is refused is for people to mend. */
export const serviceFaults: readonly (readonly [fault: Fault, mayPass: boolean])[] = requestFaults(1).map(
  (fault) => [fault, fault !== "unauthorized"],
);
