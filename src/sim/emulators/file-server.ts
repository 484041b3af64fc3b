import type { EmulatedAnswer } from "./faults.ts";
import { type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

export interface FileServer extends HttpEmulator {
  /** Where the file is reached by a redirect, as releases are. */
  readonly release: string;
}

interface Options {
  readonly file: Uint8Array;
  /** A server without ranges sends the whole file each time. */
  readonly ranges?: boolean;
}

/** Serves one file under every path, with ranges (RFC 9110, section 14), and redirects to it. */
export async function startFileServer({ file, ranges = true }: Options): Promise<FileServer> {
  const server = await startHttpEmulator(({ path, headers }): EmulatedAnswer => {
    if (path.startsWith("/release/")) {
      const location = `/kept/${path.slice("/release/".length)}`;
      return { status: 302, headers: { location }, body: "" };
    }
    if (!path.startsWith("/kept/")) return { status: 404, body: "" };
    const from = /^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1];
    if (from === undefined || !ranges) return { status: 200, body: file };
    const start = Number(from);
    if (start >= file.length)
      return { status: 416, headers: { "content-range": `bytes */${file.length}` }, body: "" };
    const range = `bytes ${start}-${file.length - 1}/${file.length}`;
    return { status: 206, headers: { "content-range": range }, body: file.subarray(start) };
  });
  return Object.assign(server, { release: `${server.address}/release` });
}
