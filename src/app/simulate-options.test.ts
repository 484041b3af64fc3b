import { expect, test } from "vitest";
import { readSimulateOptions } from "./simulate-options.ts";

test("a thousand calls of the clinic from seed 1, unless told otherwise", () => {
  expect(readSimulateOptions([])).toEqual({
    practice: "clinic",
    seed: 1,
    calls: 1000,
    trace: false,
    json: false,
  });
  expect(readSimulateOptions(["--seed", "7", "--trace"])).toMatchObject({ seed: 7, trace: true });
});

test.for(["--seed=-1", "--seed one", "--calls 0", "--calls 1.5"])("%s is refused", (args) => {
  expect(() => readSimulateOptions(args.split(" "))).toThrow(/must be a whole number from/);
});
