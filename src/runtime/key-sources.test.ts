import { expect, test } from "vitest";
import type { Key } from "../core/values/key.ts";
import { KeySources } from "./key-sources.ts";

/** `~5@100` is the tone of a 5 at 100 ms, `5@100` the line's word for it; returns the keys that count. */
function counted(...happenings: readonly string[]): string {
  const sources = new KeySources();
  return happenings
    .filter((one) => {
      const [, tone, key, at] = /^(~?)(.)@(\d+)$/.exec(one) as unknown as [string, string, Key, string];
      return tone === "" ? sources.told(key, Number(at)) : sources.heard(key, Number(at));
    })
    .map((one) => one.replace("~", "").slice(0, 1))
    .join("");
}

test.each([
  ["a line that tells keys", ["5@0", "0@200", "3@400"], "503"],
  ["a line that only carries tones", ["~5@0", "~0@200", "~3@400"], "503"],
  ["a line that does both", ["~5@0", "5@90", "~0@200", "0@290", "~0@400", "0@490"], "500"],
  ["the same key again, much later", ["~5@0", "5@5000"], "55"],
])("%s", (_, happenings, keys) => {
  expect(counted(...happenings)).toBe(keys);
});
