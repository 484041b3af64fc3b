// Goal: whichever outside service fails, however it fails, the caller is served or handed over. Method: whole calls with sound over
// real sockets, each with a server of its own whose real client asks an emulated service; the fault comes in the course of the call.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cell, Moment } from "../bench/chaos/cell.ts";
import { type Ground, openGround } from "../bench/chaos/ground.ts";
import { runMatrix } from "../bench/chaos/matrix.ts";
import { upstreams } from "../bench/chaos/upstreams.ts";

/** In turn: `npm run bench -- chaos` has every fault in all three of them. */
const moments: readonly Moment[] = ["middle", "commit", "greeting"];
const PARALLEL = 13;

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
}, 60_000);

afterAll(() => ground[Symbol.asyncDispose]());

const byName = upstreams.map((upstream) => [upstream.name, upstream] as const);

test.each(byName)(
  "%s: under every fault of it callers are served",
  { timeout: 300_000 },
  async (_name, upstream) => {
    const cells = [null, ...upstream.faults].map(
      (fault, index): Cell => ({ upstream, fault, moment: moments[index % moments.length] as Moment }),
    );
    const verdicts = await runMatrix(cells, PARALLEL, ground);
    expect(verdicts).toHaveLength(cells.length);
    const unserved = verdicts.filter(({ served }) => !served);
    expect(unserved).toEqual([]);
  },
);
