import { withLanguageModel } from "../../../models/with-language-model.ts";
import { countingTelemetry } from "../../../ports/testing/counting-telemetry.ts";
import { nothingMeant } from "../../../ports/testing/nothing-meant.ts";
import {
  type Script,
  type ScriptedLanguageModel,
  scriptedLanguageModel,
} from "../../../ports/testing/scripted-language-model.ts";
import { VirtualClock } from "../../../ports/testing/virtual-clock.ts";
import { TypedCall, type TypedCallOptions } from "./typed-call.ts";

/** Words that no rule will ever know. */
export const mumble = "blorp fandango the wibble";

export interface Assisted {
  readonly call: TypedCall;
  readonly model: ScriptedLanguageModel;
}

/** A typed call with a model in memory. What a script leaves out of the form is empty. */
export async function assisted(options: Omit<TypedCallOptions, "model">, script: Script): Promise<Assisted> {
  const model = scriptedLanguageModel((question) => {
    const said = script(question);
    return said instanceof Error ? said : { ...nothingMeant, ...(said as object) };
  });
  const perform = withLanguageModel({
    perform: () => Promise.reject(new Error("only the model is asked here")),
    model,
    prices: null,
    clock: new VirtualClock(),
    telemetry: countingTelemetry(),
  });
  return { call: await TypedCall.answered({ ...options, model: perform }), model };
}
