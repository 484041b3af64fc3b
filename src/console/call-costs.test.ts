import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import type { ModelUse } from "../core/dialogue/model/model-question.ts";
import { nothingMeant } from "../ports/testing/nothing-meant.ts";
import { modelCosts } from "./call-costs.ts";

const asked = (use: Partial<ModelUse>): CallEvent => ({
  kind: "replied",
  at: 1,
  request: 1,
  outcome: {
    kind: "modelReplied",
    reply: nothingMeant,
    use: { inputTokens: null, outputTokens: null, ms: 1, firstWordMs: null, costMicros: null, ...use },
  },
});
const hungUp: CallEvent = { kind: "hungUp", at: 2 };

test("a call without a model has no costs", () => {
  expect(modelCosts([hungUp])).toBeNull();
});

test("tokens and money are added up as far as they are told", () => {
  const told = asked({ inputTokens: 900, outputTokens: 20, costMicros: 400 });
  const costs = modelCosts([told, asked({}), told, hungUp]);
  expect(costs).toEqual({ questions: 3, inputTokens: 1800, outputTokens: 40, costMicros: 800 });
});

test("without a price there is no cost", () => {
  expect(modelCosts([asked({ inputTokens: 5 })])?.costMicros).toBeNull();
});
