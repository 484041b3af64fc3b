import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { type DirectoryLock, lockDirectory } from "./directory-lock.ts";

/** Where a `pg` client finds the database: a directory with a socket in it, or a loopback address. */
interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
}

export interface EmbeddedDatabase {
  readonly address: DatabaseAddress;
  /** Ends the database after its last statement and frees the data directory. */
  close(): Promise<void>;
}

/** What the worker is started with. */
export interface EmbeddedDatabaseSettings {
  /** A directory, or `memory://`. */
  readonly dataDir: string;
  /** A path for a socket file, or null for a port on the loopback address. */
  readonly socketPath: string | null;
  /** 0 = any free port. */
  readonly port: number;
}

// Linux takes 107 bytes for the path of a socket, macOS 103.
const LONGEST_SOCKET_PATH = 100;
const socketName = ".s.PGSQL.5432";
const MOST_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;

/**
 * Starts PGlite, PostgreSQL compiled to WebAssembly, in a thread of its own, so that a slow statement never delays the
 * sound of a call. When the database breaks down it is started again on the same address, at most five times a minute; what
 * was committed is there. A null directory keeps everything in memory, where a breakdown is final. Throws when another
 * process has the directory open.
 */
export async function startEmbeddedDatabase(
  directory: string | null,
  onFault: (error: Error) => void,
): Promise<EmbeddedDatabase> {
  // A path that begins with a slash is what tells `pg` that it is a directory and not the name of a host.
  const dataDirectory = directory === null ? null : resolve(directory);
  let lock: DirectoryLock | null = null;
  if (dataDirectory !== null) {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    lock = await lockDirectory(dataDirectory);
  }
  const socketDirectory = process.platform === "win32" ? null : await socketDirectoryFor(dataDirectory);
  const socketPath = socketDirectory === null ? null : join(socketDirectory.path, socketName);
  const dataDir = dataDirectory === null ? "memory://" : join(dataDirectory, "database");
  const tidyUp = async () => {
    if (socketDirectory?.temporary) await rm(socketDirectory.path, { recursive: true, force: true });
    await lock?.release();
  };
  try {
    const running = await keepRunning({ dataDir, socketPath, port: 0 }, onFault);
    return {
      address: { host: socketDirectory?.path ?? "127.0.0.1", port: running.port },
      close: () => running.close().then(tidyUp),
    };
  } catch (error) {
    await tidyUp();
    throw error;
  }
}

interface RunningWorker {
  readonly port: number;
  close(): Promise<void>;
}

async function keepRunning(
  settings: EmbeddedDatabaseSettings,
  onFault: (error: Error) => void,
): Promise<RunningWorker> {
  let closing = false;
  let restartedAt: number[] = [];
  let { worker, port } = await startThread(settings);
  let starting: Promise<unknown> = Promise.resolve();
  const watch = () => {
    worker.on("error", onFault);
    worker.once("exit", () => {
      const now = performance.now();
      restartedAt = restartedAt.filter((at) => now - at < RESTART_WINDOW_MS);
      if (closing || settings.dataDir === "memory://" || restartedAt.length === MOST_RESTARTS) return;
      restartedAt.push(now);
      starting = restart().catch(onFault);
    });
  };
  const restart = async () => {
    if (settings.socketPath !== null) await rm(settings.socketPath, { force: true });
    ({ worker, port } = await startThread({ ...settings, port }));
    watch();
  };
  watch();
  return {
    port,
    async close() {
      closing = true;
      await starting;
      if (worker.threadId < 0) return;
      worker.postMessage("close");
      await new Promise((resolve) => worker.once("exit", resolve));
    },
  };
}

/** Resolves when the database takes connections. */
function startThread(workerData: EmbeddedDatabaseSettings): Promise<{ worker: Worker; port: number }> {
  const worker = new Worker(new URL("./embedded-database-worker.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once("message", (port: number) => {
      worker.off("error", reject);
      resolve({ worker, port });
    });
    worker.once("error", reject);
  });
}

/** Only the owner may enter: the socket asks for no password. */
async function socketDirectoryFor(
  dataDirectory: string | null,
): Promise<{ path: string; temporary: boolean }> {
  const beside = dataDirectory === null ? null : join(dataDirectory, "run");
  if (beside === null || Buffer.byteLength(join(beside, socketName)) > LONGEST_SOCKET_PATH)
    return { path: await mkdtemp(join(tmpdir(), "frontdesk-")), temporary: true };
  await mkdir(beside, { recursive: true, mode: 0o700 });
  await chmod(beside, 0o700);
  // The directory lock is ours, so a socket file here belongs to a process that is gone.
  await rm(join(beside, socketName), { force: true });
  return { path: beside, temporary: false };
}
