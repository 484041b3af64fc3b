import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { mediaBase } from "../sim/media-base.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** A server to telephone; disposing of it closes what was opened for it. */
export interface ServerAtHand extends AsyncDisposable {
  /** `ws://host:port` */
  readonly base: string;
}

export interface ServerWanted {
  readonly base: string | null;
  readonly dataDirectory: string | null;
}

const DEFAULT_BASE = "ws://127.0.0.1:3000";
/** A server on this machine answers at once; one that is named may be far away and busy. */
const PATIENCE_MS = { default: 500, named: 5_000 };

/**
 * The named server, else a `UsageError` when none answers there; the one at the default address; or one of our own with a
 * calendar that is thrown away.
 */
export async function serverAtHand({ base, dataDirectory }: ServerWanted): Promise<ServerAtHand> {
  const nothing = async () => {};
  if (base !== null) {
    if (!(await answers(base, PATIENCE_MS.named)))
      throw new UsageError(`no server of ours answers at ${base}; start one with: npm start`);
    return { base, [Symbol.asyncDispose]: nothing };
  }
  if (dataDirectory === null && (await answers(DEFAULT_BASE, PATIENCE_MS.default)))
    return { base: DEFAULT_BASE, [Symbol.asyncDispose]: nothing };
  return ownServer(dataDirectory);
}

/** A server of our own; without a directory its data is thrown away with it. */
export async function ownServer(dataDirectory: string | null): Promise<ServerAtHand> {
  const temporary = dataDirectory === null ? await temporaryData() : null;
  const environment = { LOG_LEVEL: "error", ...process.env, HOST: "127.0.0.1", PORT: "0" };
  const data = temporary ?? dataDirectory ?? "";
  const server = await startServer(readSettings({ ...environment, FRONTDESK_DATA: data }));
  return {
    base: mediaBase(server.url),
    async [Symbol.asyncDispose]() {
      await server.close(0);
      if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** A directory for one run. The sounds of fixed prompts are shared with the ordinary one, for they are the same. */
async function temporaryData(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const sounds = resolve(readSettings(process.env).FRONTDESK_DATA, "speech");
  await mkdir(sounds, { recursive: true });
  await symlink(sounds, join(directory, "speech"), "junction");
  return directory;
}

async function answers(base: string, withinMs: number): Promise<boolean> {
  try {
    const response = await fetch(`${base.replace("ws", "http")}/api/practices`, {
      signal: AbortSignal.timeout(withinMs),
    });
    return response.ok;
  } catch {
    return false;
  }
}
