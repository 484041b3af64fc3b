import { createHash, randomUUID } from "node:crypto";
import { realpathSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

const attempts = 20;

/**
 * Takes the directory by listening on a socket in it. The operating system closes the socket when the process dies, however
 * it dies, which process numbers in a file cannot promise: numbers come again, and in containers each process is number 1.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = lockPath(directory);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const server = await listen(path);
    if (server !== null) return { release: () => close(server) };
    const inode = await inodeOf(path);
    const holder = await askHolder(path);
    if (holder !== null) throw new DirectoryInUseError(directory, holder);
    if (inode !== null) await removeDead(path, inode);
  }
  throw new DirectoryInUseError(directory, "unknown");
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

/** What the process behind the socket says of itself, or null when there is none. */
function askHolder(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(path);
    socket.setEncoding("utf8");
    socket.setTimeout(2000, () => socket.end());
    socket.on("data", (text: string) => {
      said = text;
    });
    socket.once("connect", () => {
      said = "unknown";
    });
    socket.once("error", () => {});
    socket.once("close", () => resolve(said === "" ? null : said));
  });
}

/**
 * Moves the dead socket away before removing it: of several processes that found it dead, one moves it, and whoever then
 * moved a fresh socket instead sees by its inode that it must be put back.
 */
async function removeDead(path: string, inode: bigint): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await inodeOf(aside)) === inode) await rm(aside, { force: true });
    else await rename(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

async function inodeOf(path: string): Promise<bigint | null> {
  try {
    return (await stat(path, { bigint: true })).ino;
  } catch {
    return null;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
