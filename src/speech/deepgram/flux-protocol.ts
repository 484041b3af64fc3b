import { fluxReader } from "./flux-message.ts";
import type { ListenProtocol } from "./listen-protocol.ts";

/**
 * The service holds a turn over where turn-taking takes a recognizer's word for it (`core/turns/patience.ts`), and tells
 * earlier when it begins to think so. When nothing is said it ends its turn after five seconds by itself.
 */
const fixedParameters = {
  encoding: "mulaw",
  sample_rate: "8000",
  eot_threshold: "0.8",
  eager_eot_threshold: "0.4",
  eot_timeout_ms: "5000",
};

/** Recognition with an opinion of turns (`v2/listen`). Turns are ours all the same: what the service thinks of them is told along. */
export function fluxProtocol(model: string, address: string): ListenProtocol {
  return {
    address(terms) {
      const url = new URL("/v2/listen", address);
      for (const [name, value] of Object.entries({ model, ...fixedParameters }))
        url.searchParams.set(name, value);
      for (const one of terms) url.searchParams.append("keyterm", one);
      return url;
    },
    reader: fluxReader,
    finish: { type: "ForceEndTurn" },
    keepAlive: null,
    retune: (keyterms) => ({ type: "Configure", keyterms }),
    // Words may come after sound that follows them.
    quietMs: 0,
    fadingMs: 300,
    steady: true,
    // What the service asks for.
    pieceMs: 80,
  };
}
