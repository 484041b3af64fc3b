import type { UpstreamAnswer } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";

/** Nothing that we ask for is larger, the recording of an hour's call included. */
const LONGEST_BYTES = 64 * 1024 * 1024;

/** The whole body. Breaks off what is longer than anything we ask for. */
export async function readWhole(coming: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of coming) {
    bytes += piece.length;
    if (bytes > LONGEST_BYTES) throw new Error("answer too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

interface Parts {
  readonly service: string;
  readonly doing: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Whether it may be asked again when the answer cannot be read. */
  readonly repeatable: boolean;
}

export function answerOf({ service, doing, status, headers, body, repeatable }: Parts): UpstreamAnswer {
  const text = () => new TextDecoder().decode(body);
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => {
        const first = typeof value === "string" ? value : value?.[0];
        return first === undefined ? [] : [[name, first]];
      }),
    ),
    body,
    text,
    json() {
      try {
        return JSON.parse(text()) as unknown;
      } catch {
        // The parser's message quotes the text, which may hold what a caller said.
        const cause = new Error("no JSON");
        throw new WorldError(service, doing, { retryable: repeatable, status, cause });
      }
    },
  };
}
