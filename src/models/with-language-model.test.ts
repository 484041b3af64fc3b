// What is counted of each question to a language model, and what its failures come to.
import { expect, test } from "vitest";
import type { LanguageModel } from "../ports/language-model.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { exampleQuestion, nothingSaid } from "../ports/testing/example-question.ts";
import { scriptedLanguageModel } from "../ports/testing/scripted-language-model.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { WorldError } from "../ports/world-error.ts";
import { withLanguageModel } from "./with-language-model.ts";

const words = "wibble wobble";
const request = { kind: "askModel", question: exampleQuestion(words) } as const;
const key = { call: "call-1", request: 1 };

function performing(model: LanguageModel) {
  const [clock, telemetry] = [new VirtualClock(), countingTelemetry()];
  const perform = withLanguageModel({
    perform: async () => ({ kind: "released" }),
    model,
    prices: { input: 0.4, output: 1.6 },
    clock,
    telemetry,
  });
  return { perform, clock, telemetry };
}

/** Begins after 300 ms, is done after a second, and has read 1,000 tokens and written 50. */
function slowModel(clock: () => VirtualClock): LanguageModel {
  return {
    ask: (_, { begun }) =>
      new Promise((resolve) => {
        clock().after(300, begun);
        const answer = { reply: scriptedReply, tokens: { input: 1_000, output: 50 } };
        clock().after(1_000, () => resolve(answer));
      }),
    close: async () => {},
  };
}
const scriptedReply = { ...nothingSaid, facts: ["fact-hours"] };

test("tokens, time and cost are in the outcome, which the journal keeps, and in the metrics", async () => {
  const { perform, clock, telemetry } = performing(slowModel(() => clock));
  const outcome = perform("clinic", request, key);
  await clock.run(1_000);
  expect(await outcome).toEqual({
    kind: "modelReplied",
    reply: scriptedReply,
    use: { inputTokens: 1_000, outputTokens: 50, ms: 1_000, firstWordMs: 300, costMicros: 480 },
  });
  expect(telemetry.counted("language_model_requests_total", { outcome: "replied" })).toBe(1);
  expect(telemetry.counted("language_model_tokens_total", { direction: "input" })).toBe(1_000);
  expect(telemetry.counted("language_model_cost_dollars_total")).toBeCloseTo(0.00048);
});

test("after four seconds nobody waits any more", async () => {
  const { perform, clock, telemetry } = performing({
    ask: (_, { wanted }) =>
      new Promise((_resolve, reject) => {
        wanted.addEventListener("abort", () => reject(wanted.reason), { once: true });
      }),
    close: async () => {},
  });
  const outcome = perform("clinic", request, key);
  await clock.run(4_000, 1_000);
  expect(await outcome).toEqual({ kind: "failed", retryable: false });
  expect(telemetry.counted("language_model_requests_total", { outcome: "late" })).toBe(1);
  expect(clock.pending).toBe(0);
});

test.each([
  ["the world's", new WorldError("language model", "asking", { retryable: true })],
  ["ours", new TypeError("undefined is not a function")],
])("a failure is not tried again, be it %s, and no word of the question is logged", async (_, error) => {
  const { perform, telemetry } = performing(scriptedLanguageModel(() => error));
  expect(await perform("clinic", request, key)).toEqual({ kind: "failed", retryable: false });
  expect(telemetry.lines).toHaveLength(1);
  expect(JSON.stringify(telemetry.everything())).not.toContain("wibble");
});

test("every other request goes where it has always gone", async () => {
  const model = scriptedLanguageModel(() => nothingSaid);
  const { perform } = performing(model);
  expect(await perform("clinic", { kind: "release", hold: "hold-1" }, key)).toEqual({ kind: "released" });
  expect(model.questions).toEqual([]);
});
