import type { ModelReply } from "../../core/dialogue/model/model-question.ts";

/** The reply of a model that made nothing of the words. */
export const nothingMeant: ModelReply = {
  command: null,
  task: null,
  offer: null,
  lookUp: null,
  fields: [],
  facts: [],
};
