import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { mkdir, rm, rmdir, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** One process at a time has a data directory open. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/** Another process has the data directory open. The message says what to do. */
export class DirectoryInUseError extends Error {
  override readonly name = "DirectoryInUseError";

  constructor(directory: string, holder: string) {
    super(
      `The data directory ${directory} is open in another process (${holder}). Stop that process, ` +
        "choose another directory, or set DATABASE_URL to share a PostgreSQL server.",
    );
  }
}

const ATTEMPTS = 100;
const RETRY_MS = 25;
/** Between binding a socket and listening on it, a living process looks like a dead one. */
const SECOND_LOOK_MS = 50;
const ABANDONED_MS = 5_000;

/**
 * Takes the directory by listening on a socket in it. The operating system closes the socket when the process dies, however
 * it dies, which process numbers in a file cannot promise: numbers come again, and in containers each process is number 1.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = lockPath(directory);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const server = await listen(path);
    if (server !== null) return { release: () => close(server) };
    const found = await ask(path);
    if (found.kind === "alive") throw new DirectoryInUseError(directory, found.says);
    if (found.kind === "dead") await removeDead(path);
    await delay(RETRY_MS);
  }
  throw new DirectoryInUseError(directory, "unknown");
}

/**
 * Removes the socket file of a process that is gone. One process at a time does this, because what is removed must be what was
 * found dead: while the file is there nobody can put another in its place.
 */
async function removeDead(path: string): Promise<void> {
  const claim = `${path}.cleaning`;
  if (!(await claimCleaning(claim))) return;
  try {
    if ((await ask(path)).kind !== "dead") return;
    await delay(SECOND_LOOK_MS);
    if ((await ask(path)).kind === "dead") await rm(path, { force: true });
  } finally {
    await rmdir(claim);
  }
}

/** Making a directory succeeds for one. A claim that is seconds old was left by a process that died in it. */
async function claimCleaning(claim: string): Promise<boolean> {
  try {
    await mkdir(claim);
    return true;
  } catch {
    const madeMs = await stat(claim).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (Date.now() - madeMs > ABANDONED_MS) await rmdir(claim).catch(() => {});
    return false;
  }
}

function lockPath(directory: string): string {
  const real = realpathSync(directory);
  const beside = join(real, "lock");
  const name = `frontdesk-${createHash("sha256").update(real).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return Buffer.byteLength(beside) <= 100 ? beside : join(tmpdir(), `${name}.lock`);
}

/** Null when the address is in use, alive or dead. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(`process ${process.pid}`);
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

type Found = { readonly kind: "alive"; readonly says: string } | { readonly kind: "dead" | "gone" };

/** What is behind the socket file. */
function ask(path: string): Promise<Found> {
  return new Promise((resolve) => {
    let says: string | null = null;
    let kind: "dead" | "gone" = "gone";
    const socket = connect(path);
    socket.setEncoding("utf8");
    socket.setTimeout(2000, () => socket.destroy());
    socket.once("connect", () => {
      says = "unknown";
    });
    socket.on("data", (text: string) => {
      says = text;
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") kind = "dead";
    });
    socket.once("close", () => resolve(says === null ? { kind } : { kind: "alive", says }));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
