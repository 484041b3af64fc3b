import { languageModelContract } from "../language-model.contract.ts";
import { scriptedLanguageModel } from "./scripted-language-model.ts";

languageModelContract("by a script", async (script, check) => check(scriptedLanguageModel(script)));
