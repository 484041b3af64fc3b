import { expect, test } from "vitest";
import { loadPractice } from "../../practices/load-practice.ts";
import { TypedCall } from "../call/testing/typed-call.ts";
import { usualExpectations } from "./usual-expectations.ts";

test("most questions of an ordinary booking are foreseen", async () => {
  const practice = await loadPractice("practices", "clinic");
  const foreseen = new Set(usualExpectations(practice).map((one) => JSON.stringify(one)));
  const call = await TypedCall.answered({ practice, from: "+15035550134" });
  await call.types("I'd like an appointment", "a sore throat", "two days", "three", "I'm a new patient");
  await call.types("David Miller", "March fifth 1985", "Aetna", "482913075", "yes", "I don't have one");
  const asked = call.effects.flatMap((effect) =>
    effect.kind === "listenFor" ? [JSON.stringify(effect.expectation)] : [],
  );
  expect(asked.length).toBeGreaterThan(8);
  expect(asked.filter((one) => foreseen.has(one)).length / asked.length).toBeGreaterThan(0.8);
});
