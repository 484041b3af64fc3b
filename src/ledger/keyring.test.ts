import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyringFrom, openKeyring } from "./keyring.ts";

const one = `one:${Buffer.alloc(32, 1).toString("base64")}`;
const two = `two:${Buffer.alloc(32, 2).toString("base64")}`;

test("what was sealed opens again, unreadable in between", () => {
  const keys = keyringFrom(one);
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 12 }), (value, secret) => {
      const sealed = keys.seal({ value, secret }, "people.sealed_details");
      expect(sealed.includes(secret)).toBe(false);
      const opened = keys.open(sealed, "people.sealed_details").reveal();
      expect(opened).toEqual(JSON.parse(JSON.stringify({ value, secret })));
    }),
  );
});

test("equal values are sealed differently", () => {
  const keys = keyringFrom(one);
  expect(keys.seal("Ana", "x").equals(keys.seal("Ana", "x"))).toBe(false);
});

test("a changed byte, wherever it is, does not open", () => {
  const keys = keyringFrom(one);
  const sealed = keys.seal("Ana", "x");
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => keys.open(changed, "x")).toThrow();
  }
});

test("a value does not open in another column", () => {
  const keys = keyringFrom(one);
  expect(() => keys.open(keys.seal("Ana", "bookings.sealed_visit"), "bookings.sealed_details")).toThrow();
});

test("a new key in front seals; the old one still opens, and finds", () => {
  const before = keyringFrom(one);
  const after = keyringFrom(`${two},${one}`);
  expect(after.open(before.seal("Ana", "x"), "x").reveal()).toBe("Ana");
  expect(() => before.open(after.seal("Ana", "x"), "x")).toThrow("missing");
  expect(after.index("ana", "x")).toEqual(before.index("ana", "x"));
  expect(after.index("ana", "y")).not.toEqual(before.index("ana", "x"));
});

test("a bad key is refused without being repeated", () => {
  for (const bad of ["", "one", "one:c2hvcnQ=", `${one},`, "one:not base64 at all"])
    expect(() => keyringFrom(bad)).toThrow("An encryption key must be written as id:base64 of 32 bytes");
});

test("two keys of one id are refused: what the first has sealed could not be opened", () => {
  expect(() => keyringFrom(`${one},${two.replace("two", "one")}`)).toThrow(
    'Two encryption keys have the id "one"',
  );
});

test("the key file is made once, for the owner alone", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-keys-"));
  try {
    const options = { dataDirectory, setting: null };
    const [first, second] = await Promise.all([openKeyring(options), openKeyring(options)]);
    expect(second.open(first.seal("Ana", "x"), "x").reveal()).toBe("Ana");
    const path = join(dataDirectory, "keys", "ledger.key");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const written = await readFile(path, "utf8");
    await openKeyring(options);
    expect(await readFile(path, "utf8")).toBe(written);
    const given = await openKeyring({ dataDirectory, setting: one });
    expect(() => given.open(first.seal("Ana", "x"), "x")).toThrow("missing");
  } finally {
    await rm(dataDirectory, { recursive: true });
  }
});
