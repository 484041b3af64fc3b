import { type ModelUse, sameQuestion } from "../core/dialogue/model/model-question.ts";
import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { CallId, PracticeId, RequestId } from "../core/values/ids.ts";
import type { Perform } from "../ports/ledger.ts";

type AskModel = Extract<Request, { kind: "askModel" }>;

interface Parts {
  readonly call: CallId;
  readonly practice: PracticeId;
  readonly perform: Perform;
  /** A fact was chosen for the answer to a request. */
  readonly chosen: (request: RequestId, fact: string) => void;
}

/** A question that is on its way. What comes before anybody has asked it is kept for them. */
interface Question {
  readonly request: AskModel;
  readonly outcome: Promise<Outcome>;
  readonly abort: AbortController;
  /** Who has asked; null while it is only foreseen. */
  asker: RequestId | null;
  readonly kept: string[];
}

/** What a call's questions have cost; what a model did not tell counts for nothing. */
interface ModelTotals {
  readonly modelReplies: number;
  readonly modelTokens: number;
  readonly modelCostMicros: number;
}

/**
 * The questions of one call to a language model. One that is foreseen is asked at once, and becomes the answer to the request
 * that is the same; another one, or none, takes it back.
 */
export class ModelRequests {
  readonly #parts: Parts;
  readonly #open = new Map<RequestId, Question>();
  #foreseen: Question | null = null;
  #totals: ModelTotals = { modelReplies: 0, modelTokens: 0, modelCostMicros: 0 };

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** For the record of the call; null when no model has replied. */
  get totals(): ModelTotals | null {
    return this.#totals.modelReplies === 0 ? null : this.#totals;
  }

  foresee(request: Request | null): void {
    const foreseen = this.#foreseen;
    if (request?.kind === "askModel" && foreseen !== null && isSame(foreseen, request)) return;
    this.#drop();
    if (request?.kind === "askModel") this.#foreseen = this.#begin(0, request);
  }

  async ask(id: RequestId, request: AskModel): Promise<Outcome> {
    const question = this.#foreseenAs(request) ?? this.#begin(id, request);
    question.asker = id;
    this.#open.set(id, question);
    for (const fact of question.kept.splice(0)) this.#parts.chosen(id, fact);
    const outcome = await question.outcome;
    this.#open.delete(id);
    if (outcome.kind === "modelReplied") this.#add(outcome.use);
    return outcome;
  }

  /** Its outcome comes nevertheless, and soon: that it was not wanted. */
  cancel(id: RequestId): void {
    this.#open.get(id)?.abort.abort(new Error("not wanted any more"));
  }

  /** The call is over. */
  close(): void {
    this.#drop();
    for (const id of this.#open.keys()) this.cancel(id);
  }

  #add({ inputTokens, outputTokens, costMicros }: ModelUse): void {
    const { modelReplies, modelTokens, modelCostMicros } = this.#totals;
    this.#totals = {
      modelReplies: modelReplies + 1,
      modelTokens: modelTokens + (inputTokens ?? 0) + (outputTokens ?? 0),
      modelCostMicros: modelCostMicros + (costMicros ?? 0),
    };
  }

  #foreseenAs(request: AskModel): Question | null {
    const foreseen = this.#foreseen;
    if (foreseen !== null && !isSame(foreseen, request)) this.#drop();
    const question = this.#foreseen;
    this.#foreseen = null;
    return question;
  }

  #drop(): void {
    this.#foreseen?.abort.abort(new Error("not wanted any more"));
    this.#foreseen = null;
  }

  #begin(id: RequestId, request: AskModel): Question {
    const { call, practice, perform, chosen } = this.#parts;
    const abort = new AbortController();
    const kept: string[] = [];
    const question: Question = {
      request,
      abort,
      kept,
      asker: null,
      outcome: perform(
        practice,
        request,
        { call, request: id },
        {
          wanted: abort.signal,
          chosen(fact) {
            if (abort.signal.aborted) return;
            if (question.asker === null) kept.push(fact);
            else chosen(question.asker, fact);
          },
        },
      ),
    };
    // Whoever asks is told of a rejection; what was only foreseen has nobody to tell.
    question.outcome.catch(() => {});
    return question;
  }
}

function isSame(question: Question, request: AskModel): boolean {
  return sameQuestion(question.request.question, request.question);
}
