import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { StoreUnderTest } from "../../../ports/secret-provider.contract.ts";
import type { FaultSwitch } from "../../../sim/emulators/faults.ts";
import { serviceFaults } from "../../testing/service-faults.ts";

interface ServedStore extends StoreUnderTest {
  readonly server: FaultSwitch & { readonly requests: readonly unknown[] };
}

/**
 * What stores behind a server promise under each fault. One reading asks once, because trying again is for the policy alone;
 * `askedWhenRefused` is for stores whose protocol begins with a refusal.
 */
export function readingUnderFaults(open: () => Promise<ServedStore>, askedWhenRefused = 1): void {
  test.for(serviceFaults)(
    "under %j the reading fails with a WorldError; may it pass: %s",
    async ([fault, retryable]) => {
      await using store = await open();
      await store.put("hunter1");
      expect(await store.provider.read(store.place)).toEqual(["hunter1"]);
      const asked = store.server.requests.length;
      store.server.setFault(fault);
      const error = await store.provider.read(store.place).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "WorldError", retryable });
      expect(inspect(error, { depth: 9 })).not.toContain("hunter");
      expect(store.server.requests).toHaveLength(asked + (fault === "unauthorized" ? askedWhenRefused : 1));
    },
  );
}
