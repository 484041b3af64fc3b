import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Resilience } from "../../ports/resilience.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";

/** Releases are redirected once or twice, to where the files are kept. */
const MOST_REDIRECTS = 5;

export interface Download {
  readonly url: string;
  /** Where the file appears, whole or not at all. Until then its beginning is beside it, with `.part` behind the name. */
  readonly path: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly progress: (doneBytes: number, ofBytes: number | null) => void;
}

export interface DownloadParts {
  /** Tries again what broke off, from where it broke off. */
  readonly resilience: Resilience;
  /** The door to the service at an origin. */
  upstream(origin: string): Upstream;
}

/** What has come is not what was to come: it has been thrown away. */
export class WrongDigestError extends Error {
  override readonly name = "WrongDigestError";
}

const doing = "downloading a file";

/**
 * Fetches a file, going on where an earlier try broke off, also one of another run. A file that is there already is only checked.
 * Throws a `WorldError`, or a `WrongDigestError`.
 */
export async function download(wanted: Download, { resilience, upstream }: DownloadParts): Promise<void> {
  await mkdir(dirname(wanted.path), { recursive: true });
  const part = `${wanted.path}.part`;
  if ((await sizeOf(wanted.path)) > 0) return await check(wanted, wanted.path);
  await resilience.run(doing, ({ signal }) => fetchRest(wanted, part, { upstream, signal }));
  await check(wanted, part);
  await rename(part, wanted.path);
}

interface Attempt {
  readonly upstream: (origin: string) => Upstream;
  readonly signal: AbortSignal;
}

async function fetchRest(wanted: Download, part: string, { upstream, signal }: Attempt): Promise<void> {
  const known = await sizeOf(part);
  const answer = await followed(upstream, wanted.url, {
    signal,
    headers: known > 0 ? { range: `bytes=${known}-` } : {},
  });
  // Nothing is left to send: all of it is here, or what is here is something else. The digest tells.
  if (answer.status === 416) return await discard(answer);
  if (!answer.ok || answer.body === null) {
    await discard(answer);
    const cause = new Error(`HTTP ${answer.status}`);
    throw new WorldError("download", doing, { retryable: false, status: answer.status, cause });
  }
  // A server that does not know ranges sends the whole file again.
  const from = answer.status === 206 ? known : 0;
  await append(answer.body, { wanted, part, from, ofBytes: wholeBytes(answer, from) });
}

/** Redirects are followed here, because each leads through the door of another service. */
async function followed(
  upstream: Attempt["upstream"],
  url: string,
  init: { signal: AbortSignal; headers: Record<string, string> },
): Promise<Response> {
  let at = url;
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const answer = await upstream(new URL(at).origin).fetch(doing)(at, init);
    const next = answer.headers.get("location");
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer;
    await discard(answer);
    at = new URL(next, at).href;
  }
  throw new WorldError("download", doing, { retryable: false, cause: new Error("redirected too often") });
}

interface Rest {
  readonly wanted: Download;
  readonly part: string;
  readonly from: number;
  readonly ofBytes: number | null;
}

async function append(body: AsyncIterable<Uint8Array>, { wanted, part, from, ofBytes }: Rest): Promise<void> {
  await using file = await open(part, from > 0 ? "r+" : "w");
  let at = from;
  try {
    for await (const piece of body) {
      await file.write(piece, 0, piece.length, at);
      at += piece.length;
      wanted.progress(at, ofBytes);
    }
  } catch (error) {
    throw broken(error);
  }
  if (ofBytes !== null && at < ofBytes) throw broken(new Error("the end is missing"));
}

function broken(error: unknown): WorldError {
  const cause = error instanceof Error ? error : new Error("unknown");
  return new WorldError("download", doing, { retryable: true, cause });
}

function wholeBytes(answer: Response, from: number): number | null {
  const length = answer.headers.get("content-length");
  return length === null ? null : from + Number(length);
}

async function discard(answer: Response): Promise<void> {
  await answer.body?.cancel();
}

async function check(wanted: Download, path: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  if (hash.digest("hex") === wanted.sha256) return;
  await rm(path);
  throw new WrongDigestError(`what came from ${wanted.url} is not what it should be, and was thrown away`);
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
