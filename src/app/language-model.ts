import { type ModelVendor, modelAddresses } from "../models/model-vendors.ts";
import { type TokenPrices, withLanguageModel } from "../models/with-language-model.ts";
import { openUpstream } from "../partners/http/upstream.ts";
import { type ResilienceLimits, usualLimits } from "../partners/resilience/resilience.ts";
import type { Clock } from "../ports/clock.ts";
import type { LanguageModel } from "../ports/language-model.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Secret } from "../ports/secret.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { Upstream } from "../ports/upstream.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** A caller is waiting: nobody does for longer than four seconds. */
const languageModelLimits: ResilienceLimits = {
  ...usualLimits,
  deadlineMs: 4_000,
  attemptMs: 3_500,
  attempts: 2,
  backOff: { firstMs: 100, capMs: 300 },
  atOnce: 64,
};

/** What is asked where nobody has chosen: quick models, which keep to a form and think no longer than they must. */
const usualModels: { readonly [V in ModelVendor]: string | null } = {
  openai: "gpt-4.1-mini",
  anthropic: "claude-haiku-4-5",
  google: "gemini-2.5-flash-lite",
  compatible: null,
};

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** Carries out everything else. */
  readonly perform: Perform;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** What a call needs to have a language model asked; empty when none is set, so that nothing is different then. */
export type Assistance = { readonly perform: Perform; readonly assisted: true } | Record<string, never>;

export async function openLanguageModel(parts: Parts, opened: AsyncDisposableStack): Promise<Assistance> {
  const { settings, secrets, perform, clock, telemetry } = parts;
  const chosen = chosenModel({ settings, secrets });
  if (chosen === null) return {};
  const upstream = openUpstream({
    service: "language_model",
    address: chosen.address,
    limits: languageModelLimits,
    clock,
    telemetry,
  });
  const model = opened.adopt(await modelOf(chosen, upstream), (one) => one.close());
  const prices = pricesOf(settings);
  return { perform: withLanguageModel({ perform, model, prices, clock, telemetry }), assisted: true };
}

export interface ChosenModel {
  readonly vendor: ModelVendor;
  readonly model: string;
  readonly address: string;
  readonly key: Secret | null;
}

/** Which model is asked where; null when neither a key nor an address is set. */
export function chosenModel({ settings, secrets }: Pick<Parts, "settings" | "secrets">): ChosenModel | null {
  const { LLM_PROVIDER, LLM_MODEL, LLM_URL } = settings;
  const key = secrets.of("LLM_API_KEY");
  if (key === null && LLM_URL === undefined) return null;
  const vendor = LLM_PROVIDER ?? (LLM_URL === undefined ? "openai" : "compatible");
  const [model, address] = [LLM_MODEL ?? usualModels[vendor], LLM_URL ?? modelAddresses[vendor]];
  if (model === null || address === null)
    throw new Error("settings without a model or an address were let through");
  return { vendor, model, address, key };
}

/** The vendors' libraries take 160 ms and 39 MB, which nobody spends who asks no model. */
export async function modelOf(chosen: ChosenModel, upstream: Upstream): Promise<LanguageModel> {
  const { vendorModel } = await import("../models/vendor-model.ts");
  return vendorModel({ ...chosen, upstream });
}

function pricesOf({ LLM_PRICES }: Settings): TokenPrices | null {
  const [input, output] = (LLM_PRICES ?? "").split("/").map(Number);
  return input === undefined || output === undefined ? null : { input, output };
}
