import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda } from "./agenda.ts";

test("things happen in the order of their times, and of their appointment at the same time", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (times) => {
      const agenda = new Agenda();
      const happened: (readonly [at: number, order: number])[] = [];
      for (const [order, at] of times.entries()) agenda.add(at, () => void happened.push([at, order]));
      while (agenda.nextAt !== null) agenda.take().happen();
      const expected = times
        .map((at, order) => [at, order] as const)
        .sort(([at, order], [otherAt, otherOrder]) => at - otherAt || order - otherOrder);
      expect(happened).toEqual(expected);
    }),
  );
});

test("an empty agenda has no next time", () => {
  expect(new Agenda().nextAt).toBeNull();
  expect(() => new Agenda().take()).toThrow();
});
