// Goal: whatever happens to the language model, the caller hears something within two seconds and the call goes on by the rules.
// Method: typed calls in virtual time, with the real client asking an emulated service under each fault.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerUntil } from "../core/call/testing/answers.ts";
import { mumble } from "../core/call/testing/assisted-call.ts";
import { demoClinic } from "../core/call/testing/demo-clinic.ts";
import { TypedCall } from "../core/call/testing/typed-call.ts";
import type { Outcome } from "../core/dialogue/requests.ts";
import type { Perform } from "../ports/ledger.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { nothingMeant } from "../ports/testing/nothing-meant.ts";
import { settled } from "../ports/testing/virtual-clock.ts";
import { systemClock } from "../runtime/runtime.ts";
import type { Fault } from "../sim/emulators/faults.ts";
import { type OpenAiEmulator, startOpenAiCompatible } from "../sim/emulators/openai-compatible.ts";
import { openLanguageModel } from "./language-model.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings, SettingsError } from "./settings.ts";

const parking = demoClinic.facts.find(({ id }) => id === "parking")?.answer ?? "";
const soonMs = 2_000;
const telemetry = countingTelemetry();

let service: OpenAiEmulator;
let opened: AsyncDisposableStack;
let perform: Perform;

/** What a server makes of these settings. */
async function assistance(given: Readonly<Record<string, string>>) {
  const settings = readSettings(given);
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const others: Perform = async () => ({ kind: "released" });
  return openLanguageModel({ settings, secrets, perform: others, clock: systemClock, telemetry }, opened);
}

beforeEach(async () => {
  opened = new AsyncDisposableStack();
  service = await startOpenAiCompatible({ behaviour: () => answer });
  const set = await assistance({ LLM_URL: service.address, LLM_MODEL: "example" });
  perform = set.perform as Perform;
});
afterEach(async () => {
  await opened.disposeAsync();
  await service[Symbol.asyncDispose]();
});

describe("settings", () => {
  test("without them there is nothing that could be asked, and nothing is different", async () => {
    expect(await assistance({})).toEqual({});
  });

  test.each([
    [{ LLM_API_KEY: "k" }],
    [{ LLM_API_KEY: "k", LLM_PROVIDER: "anthropic" }],
    [{ LLM_API_KEY: "k", LLM_PROVIDER: "google", LLM_MODEL: "gemini-example", LLM_PRICES: "0.10/0.40" }],
    [{ LLM_URL: "http://127.0.0.1:11434/v1", LLM_MODEL: "llama3.2" }],
    [{ LLM_URL: "https://example.openai.azure.com/openai/v1", LLM_MODEL: "ours", LLM_API_KEY: "k" }],
  ])("%j is a model", async (given) => {
    expect(await assistance(given)).toMatchObject({ assisted: true });
  });

  test.each([
    [{ LLM_PROVIDER: "openai" }, "LLM_PROVIDER: does nothing without LLM_API_KEY"],
    [{ LLM_MODEL: "gpt-4.1" }, "LLM_MODEL: does nothing without LLM_API_KEY"],
    [{ LLM_PROVIDER: "compatible", LLM_MODEL: "llama3.2" }, "LLM_PROVIDER: compatible needs LLM_URL"],
    [{ LLM_URL: "http://127.0.0.1:11434/v1" }, "LLM_URL: needs LLM_MODEL, the name of a model there"],
  ])("%j is refused before anything starts", (given, fault) => {
    expect(() => readSettings(given)).toThrow(SettingsError);
    expect(() => readSettings(given)).toThrow(fault);
  });

  test.each([
    [{ LLM_PROVIDER: "oracle" }, "LLM_PROVIDER"],
    [{ LLM_API_KEY: "k", LLM_URL: "llama" }, "LLM_URL"],
    [{ LLM_API_KEY: "k", LLM_PRICES: "cheap" }, "LLM_PRICES"],
  ])("%j is no setting", (given, name) => {
    expect(() => readSettings(given)).toThrow(name);
  });
});

const answer = { ...nothingMeant, facts: ["fact-parking"] };

/** At the question for the name, with a question to the model on its way. */
async function asking(fault: Fault | null) {
  const call = await answerUntil(
    await TypedCall.answered({ practice: demoClinic, model: perform }),
    "ask:name",
  );
  service.setFault(fault);
  call.replies = "held";
  await call.type(mumble);
  const asked = call.requests.at(-1);
  if (asked?.request.kind !== "askModel") throw new Error("no model was asked");
  return { call, asked };
}

async function goesOn(call: TypedCall): Promise<void> {
  service.setFault(null);
  call.replies = "atOnce";
  await call.settle();
  await goesOnFrom(await call.type("Maria Lopez"));
}

async function goesOnFrom(call: TypedCall): Promise<void> {
  await answerUntil(call, "ask:anythingElse");
  expect(call.ledger.bookings).toHaveLength(1);
}

test("without a fault, the answer is heard and the call goes on", async () => {
  const { call, asked } = await asking(null);
  call.answer(asked.id, await call.perform(asked));
  expect(call.words[0]).toBe(parking);
  await goesOn(call);
});

describe("a fault that shows at once", () => {
  test.each<[Fault]>([
    ["refuse"],
    ["dropInTheMiddle"],
    ["unauthorized"],
    [{ tooMany: 30 }],
    ["serverError"],
    ["garbage"],
    ["duplicate"],
  ])("%j: the rules' own words are heard instead", async (fault) => {
    const { call, asked } = await asking(fault);
    const outcome = await call.perform(asked);
    expect(outcome).toEqual({ kind: "failed", retryable: false });
    call.answer(asked.id, outcome);
    expect(call.purpose).toBe("noMatch:name");
    await goesOn(call);
  });

  test("out of order: what came of it is an answer or none", async () => {
    const { call, asked } = await asking("outOfOrder");
    call.answer(asked.id, await call.perform(asked));
    expect(["ask:name", "noMatch:name"]).toContain(call.purpose);
    await goesOn(call);
  });
});

describe("a fault that shows in nothing", () => {
  test.each<[Fault]>([["hang"], ["mute"], [{ stallAfterBytes: 400 }], [{ slowMs: 60_000 }]])(
    "%j: the caller hears that they are heard, then the rules, and the question is taken back",
    async (fault) => {
      const { call, asked } = await asking(fault);
      const back = new AbortController();
      const outcome: Promise<Outcome> = call.perform(asked, back.signal);
      call.pass(soonMs);
      expect(call.purposes).toEqual(["oneMoment"]);
      call.pass(soonMs);
      expect(call.purposes).toEqual(["oneMoment", "noMatch:name"]);
      expect(call.effects.at(-1)).toEqual({ kind: "cancel", id: asked.id });
      back.abort(new Error("not wanted any more"));
      expect(await outcome).toEqual({ kind: "failed", retryable: false });
      await goesOn(call);
    },
  );
});

test("questions that are taken back say nothing about how the model is", async () => {
  const { call, asked } = await asking("hang");
  for (let times = 0; times < 8; times++) {
    const back = new AbortController();
    const outcome = call.perform(asked, back.signal);
    while (service.requests.length <= times) await settled();
    back.abort(new Error("not wanted any more"));
    await outcome;
  }
  service.setFault(null);
  expect(await call.perform(asked)).toMatchObject({ kind: "modelReplied" });
});

test("a model that fails again and again is left alone, and the rules go on without it", async () => {
  const { call, asked } = await asking("serverError");
  call.answer(asked.id, await call.perform(asked));
  call.replies = "atOnce";
  await call.types("Maria Lopez", mumble, "March 5th 1985", mumble);
  expect(telemetry.counted("partner_rests_total", { service: "language_model" })).toBe(1);
  const before = service.requests.length;
  await call.type("Aetna");
  await goesOnFrom(call);
  expect(service.requests).toHaveLength(before);
});
