import { z } from "zod";
import type { Secret } from "../../ports/secret.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import type { DecodeJob, Decoders } from "../recognition/decoders.ts";
import { wavOf } from "../wav.ts";

const doing = "transcribing an utterance";

/** The service reads the last 224 tokens of a prompt; a name has a few. */
const TERM_LIMIT = 60;

export interface TranscriptionSettings {
  /** At `https://api.openai.com/v1`, or whatever speaks the same protocol. */
  readonly upstream: Upstream;
  /** Null for a server of one's own that asks for none. */
  readonly key: Secret | null;
  /** `gpt-4o-mini-transcribe`, `whisper-1`, or what a server of one's own calls its model. */
  readonly model: string;
}

/** What the service says about one utterance; the probabilities of its tokens come from models that tell them. */
const answerForm = z.object({
  text: z.string(),
  logprobs: z.array(z.object({ logprob: z.number().max(0) })).nullish(),
});

/** For services that do not say how sure they are: they seldom invent words of sound that has speech in it. */
const USUAL_CONFIDENCE = 0.85;

/** Words of whole utterances by OpenAI's `audio/transcriptions`: one request for each pause of a caller. */
export function openAiDecoders(settings: TranscriptionSettings): Decoders {
  const underWay = new Map<DecodeJob, AbortController>();

  async function decode(job: DecodeJob, signal: AbortSignal): Promise<void> {
    try {
      const { text, confidence } = await transcribe(settings, job, signal);
      if (!signal.aborted) job.decoded(text, confidence);
    } catch (error) {
      if (!signal.aborted)
        job.failed(error instanceof Error ? error : new Error("unknown", { cause: error }));
    } finally {
      underWay.delete(job);
    }
  }

  return {
    add(job) {
      const forgotten = new AbortController();
      underWay.set(job, forgotten);
      void decode(job, forgotten.signal);
    },
    forget(job) {
      underWay.get(job)?.abort();
      underWay.delete(job);
    },
    warm: () => undefined,
    turnBegins: () => undefined,
    turnEnds: () => undefined,
    callBegins: () => undefined,
    callEnds: () => undefined,
  };
}

/** https://platform.openai.com/docs/api-reference/audio/createTranscription lists the fields. */
async function transcribe(
  { upstream, key, model }: TranscriptionSettings,
  job: DecodeJob,
  signal: AbortSignal,
) {
  const form = new FormData();
  form.set("file", new Blob([wavOf(job.audio)], { type: "audio/wav" }), "utterance.wav");
  form.set("model", model);
  form.set("language", "en");
  form.set("response_format", "json");
  form.set("temperature", "0");
  if (model.startsWith("gpt-4o")) form.append("include[]", "logprobs");
  const terms = termsOf(job.grammar);
  if (terms !== "") form.set("prompt", terms);
  const encoded = new Response(form);
  const answer = await upstream.request({
    doing,
    method: "POST",
    path: "/audio/transcriptions",
    headers: {
      "content-type": encoded.headers.get("content-type") ?? "",
      ...(key !== null && { authorization: `Bearer ${key.current()}` }),
    },
    body: new Uint8Array(await encoded.arrayBuffer()),
    signal,
  });
  const read = answerForm.safeParse(answer.json());
  // What is wrong with the answer may quote the caller's words, so it is not told.
  if (!read.success) throw new WorldError("openai", doing, { retryable: true });
  return { text: read.data.text.trim(), confidence: confidenceOf(read.data.logprobs) };
}

/** Words that are rare elsewhere: what is offered, hints of the question, names of the practice's surroundings. */
function termsOf({ spoken, hints, area }: GrammarRequest): string {
  return [...new Set([...spoken, ...hints, ...area])].slice(0, TERM_LIMIT).join(", ");
}

function confidenceOf(tokens: readonly { readonly logprob: number }[] | null | undefined): number {
  if (tokens == null || tokens.length === 0) return USUAL_CONFIDENCE;
  return tokens.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0) / tokens.length;
}
