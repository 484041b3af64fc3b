import type { ListenProtocol } from "./listen-protocol.ts";
import { novaMessage } from "./nova-message.ts";

const fixedParameters = {
  language: "en-US",
  encoding: "mulaw",
  sample_rate: "8000",
  channels: "1",
  interim_results: "true",
  smart_format: "true",
  endpointing: "300",
  utterance_end_ms: "1000",
};

/**
 * Live transcription (`v1/listen`). Names are given when a stream is opened and stay: changing them in mid-stream works at some of the
 * service's addresses only.
 */
export function novaProtocol(model: string, address: string): ListenProtocol {
  const takesTerms = /^nova-3/.test(model);
  return {
    address(terms) {
      const url = new URL("/v1/listen", address);
      for (const [name, value] of Object.entries({ model, ...fixedParameters }))
        url.searchParams.set(name, value);
      // Older models take single words under another name, and refuse the new one.
      if (takesTerms) for (const term of terms) url.searchParams.append("keyterm", term);
      else for (const word of singleWords(terms)) url.searchParams.append("keywords", word);
      return url;
    },
    reader: () => novaMessage,
    finish: { type: "Finalize" },
    keepAlive: { type: "KeepAlive" },
    retune: () => null,
    quietMs: 100,
    fadingMs: 100,
    steady: false,
    pieceMs: 40,
  };
}

/** Titles and the like are heard without help. */
function singleWords(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.flatMap((term) => term.split(" ")).filter((word) => /^\p{L}{3,}$/u.test(word)));
}
