// Goal: whichever outside service fails, however it fails, the caller is served or handed over, hears something within two
// seconds, nothing is lost or doubled, nobody else notices, and nothing stays behind. Method: whole calls with sound over real
// sockets, each with a server of its own whose real client asks an emulated service; the fault comes in the course of the call.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cell, Moment } from "../bench/chaos/cell.ts";
import { type Ground, openGround } from "../bench/chaos/ground.ts";
import { type CellVerdict, heardTooLate, runMatrix } from "../bench/chaos/matrix.ts";
import { firstVendors } from "../bench/chaos/upstreams/upstreams.ts";

/** In turn: `npm run bench -- chaos` has every fault in all three of them, and further vendors. */
const moments: readonly Moment[] = ["middle", "commit", "greeting"];
const PARALLEL = 20;

const cells = firstVendors.flatMap((upstream) =>
  [null, ...upstream.faults].map(
    (fault, index): Cell => ({ upstream, fault, moment: moments[index % moments.length] as Moment }),
  ),
);

let ground: Ground;
let verdicts: readonly CellVerdict[];

// All calls at once, since each waits for real time more than it computes.
beforeAll(async () => {
  ground = await openGround();
  verdicts = await runMatrix(cells, PARALLEL, ground);
}, 600_000);

afterAll(() => ground[Symbol.asyncDispose]());

test.each(firstVendors.map(({ name, faults }) => [name, faults.length + 1] as const))(
  "%s: under every fault of it all promises are kept",
  (name, calls) => {
    const ofService = verdicts.filter(({ upstream }) => upstream === name);
    expect(ofService).toHaveLength(calls);
    expect(ofService.filter(({ served, faults }) => !served || faults.length > 0)).toEqual([]);
  },
);

test("every caller hears something within two seconds, whatever fails", () => {
  expect(heardTooLate(verdicts)).toEqual([]);
});
