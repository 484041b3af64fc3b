import { describe, expect, test } from "vitest";
import type { SecretPlace, SecretProvider } from "./secret-provider.ts";

export interface StoreUnderTest extends AsyncDisposable {
  readonly provider: SecretProvider;
  /** Puts a value at the test's place, as an operator does. */
  put(value: string): Promise<void>;
  readonly place: SecretPlace;
  readonly missing: SecretPlace;
  /** From now on the store does not answer as it should; null for stores that cannot be away. */
  readonly breakDown: (() => void) | null;
  readonly recover: () => void;
  /** From now on we are not let in; null for stores where the test cannot bring that about. */
  readonly lockOut: (() => void) | null;
}

/** What every store of secrets promises. `keepsPrevious` = it remembers the value before the newest one. */
export function secretProviderContract(
  name: string,
  { open, keepsPrevious }: { open: () => Promise<StoreUnderTest>; keepsPrevious: boolean },
): void {
  describe(`secrets: ${name}`, () => {
    test("a value is read as it was put", async () => {
      await using store = await open();
      const odd = ' pass "word" ü#:/?%20{} ';
      await store.put(odd);
      expect(await store.provider.read(store.place)).toEqual([odd]);
    });

    test("the store is asked each time; the value before the newest comes after it where it is kept", async () => {
      await using store = await open();
      await store.put("hunter1");
      await store.provider.read(store.place);
      await store.put("hunter2");
      expect(await store.provider.read(store.place)).toEqual(
        keepsPrevious ? ["hunter2", "hunter1"] : ["hunter2"],
      );
    });

    test("of three values only the last two are told", async () => {
      await using store = await open();
      for (const value of ["hunter1", "hunter2", "hunter3"]) await store.put(value);
      const values = await store.provider.read(store.place);
      expect(values).not.toContain("hunter1");
      expect(values[0]).toBe("hunter3");
    });

    test("what is not there will not be there when asked again, and the cause says what to mend", async () => {
      await using store = await open();
      await store.put("hunter1");
      const error = await failureOf(store, store.missing);
      expect(error).toMatchObject({ name: "WorldError", retryable: false });
      expect((error.cause as Error).message).toMatch(/there is no/);
    });

    test("a store that is away may come back; then it is read again", async () => {
      await using store = await open();
      if (store.breakDown === null) return;
      await store.put("hunter1");
      store.breakDown();
      const error = await failureOf(store);
      expect(error).toMatchObject({ name: "WorldError", retryable: true });
      store.recover();
      expect(await store.provider.read(store.place)).toEqual(["hunter1"]);
    });

    test("not let in: asking again does not help, and the cause says what to mend", async () => {
      await using store = await open();
      await store.put("hunter1");
      if (store.lockOut === null) return;
      store.lockOut();
      const error = await failureOf(store);
      expect(error).toMatchObject({ name: "WorldError", retryable: false });
      expect((error.cause as Error).message).not.toBe("");
    });
  });
}

/** The error of a reading, which tells no value anywhere. */
async function failureOf(store: StoreUnderTest, place = store.place): Promise<Error> {
  const error = await store.provider.read(place).then(
    () => expect.unreachable("it was read"),
    (thrown: Error) => thrown,
  );
  const told = [error.stack, (error.cause as Error | undefined)?.stack].join(" ");
  expect(told).not.toContain("hunter");
  return error;
}
