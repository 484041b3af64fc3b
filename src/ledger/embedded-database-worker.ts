import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { EmbeddedDatabaseSettings } from "./embedded-database.ts";

// Of PostgreSQL's protocol: after these two messages every answer ends with ReadyForQuery and one letter.
const simpleQuery = "Q".charCodeAt(0);
const sync = "S".charCodeAt(0);
const readyForQuery = ["Z".charCodeAt(0), 0, 0, 0, 5];

// The whole program of the database's thread: open, listen, tell the port, close when asked.
const { dataDir, socketPath, port } = workerData as EmbeddedDatabaseSettings;
const database = await PGlite.create({ dataDir, extensions: { btree_gist } });

// An error of SQL is an answer like any other. But when the WebAssembly program itself breaks down, it throws or falls silent
// for ever, and everybody would wait for ever with it. Ending the thread lets it be started again.
const execute = database.execProtocolRawStream.bind(database);
database.execProtocolRawStream = async (message, options) => {
  let end: Uint8Array = new Uint8Array();
  const onRawData = (data: Uint8Array) => {
    if (data.length > 0) end = data.slice(-readyForQuery.length - 1);
    options?.onRawData?.(data);
  };
  await execute(message, { ...options, onRawData }).catch(breakDown);
  const asksForReady = message[0] === simpleQuery || message[0] === sync;
  if (asksForReady && !readyForQuery.every((byte, index) => end[index] === byte))
    breakDown(new Error("The embedded database has broken down"));
};

function breakDown(error: unknown): void {
  // Outside of every promise, where nothing catches it.
  queueMicrotask(() => {
    throw error;
  });
}

const server = new PGLiteSocketServer({
  db: database,
  // The pool has one connection; the others are for one that is being replaced.
  maxConnections: 4,
  ...(socketPath === null ? { host: "127.0.0.1", port } : { path: socketPath }),
});
await server.start();
parentPort?.on("message", async () => {
  await server.stop();
  await database.close();
  parentPort?.close();
});
parentPort?.postMessage(socketPath === null ? Number(server.getServerConn().split(":").at(-1)) : 5432);
