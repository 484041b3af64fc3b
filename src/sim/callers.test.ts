import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPractice } from "../practices/load-practice.ts";
import { callers, findCaller } from "./callers.ts";
import { voiceTable } from "./voices/voice-table.ts";

test("callers have names of their own, and are found by them", () => {
  expect(new Set(callers.map(({ name }) => name)).size).toBe(callers.length);
  for (const caller of callers) expect(findCaller(caller.name)).toBe(caller);
  expect(findCaller("nobody")).toBeNull();
});

for (const { name, practice: practiceId, voice, truth, wish } of callers)
  test(`${name} can exist`, async () => {
    const practice = await loadPractice(join(import.meta.dirname, "../../practices"), practiceId);
    expect(Object.keys(voiceTable)).toContain(voice);
    expect(truth.phone).toMatch(/^\+1(?:503|303)55501\d\d$/);
    expect(truth.email ?? "x@example.com").toMatch(/@example\.com$/);
    expect(Temporal.PlainDate.from(truth.dateOfBirth).toString()).toBe(truth.dateOfBirth);
    if (truth.car === null) expect(practice.payers).toContain(truth.payer);
    if (wish.doctor !== null) expect(practice.resources.map(({ id }) => id)).toContain(wish.doctor.id);
  });
