import type { ModelQuestion } from "../../core/dialogue/model/model-question.ts";
import { hide } from "../../core/values/private.ts";
import { chosenModel, modelOf } from "../language-model.ts";
import { type Check, FoundFault } from "./check.ts";

/** Such as calls ask, about nobody: some two hundred tokens. */
const question: ModelQuestion = {
  words: hide({ text: "where do I leave my car", alternatives: [] }),
  asked: "howCanIHelp",
  question: hide("How can I help you today?"),
  task: "book",
  before: [],
  today: "2026-03-02",
  timeZone: "Etc/UTC",
  fields: ["name"],
  commands: ["repeat"],
  tasks: ["cancel"],
  lookUps: [],
  offers: [],
  facts: [
    { id: "fact-parking", words: hide("Parking is free behind the building.") },
    { id: "fact-hours", words: hide("We are open from eight to five.") },
  ],
};

export const languageModelCheck: Check = {
  what: "language model",
  without: "what the rules do not understand is asked again, and in the end answered by a person",
  mends: {
    refused:
      "are LLM_PROVIDER, LLM_MODEL and LLM_API_KEY of the same vendor, and does the model take a JSON schema?",
    away: "is LLM_URL right, and may this machine reach it?",
  },
  proof(parts) {
    const chosen = chosenModel(parts);
    if (chosen === null) return null;
    const upstream = parts.upstream("language_model", chosen.address);
    return async () => {
      const model = await modelOf(chosen, upstream);
      const asking = { wanted: new AbortController().signal, begun: () => {}, chosen: () => {} };
      const { reply } = await model.ask(question, asking);
      if (reply.facts.includes("fact-parking")) return `${chosen.model} answers as it should`;
      throw new FoundFault(
        `${chosen.model} does not find an answer that is there`,
        "set LLM_MODEL to an abler model",
      );
    };
  },
};
