import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { EmbeddedDatabaseSettings } from "./embedded-database.ts";

// The whole program of the database's thread: open, listen, tell the port, close when asked.
const { dataDir, socketPath } = workerData as EmbeddedDatabaseSettings;
const database = await PGlite.create({ dataDir, extensions: { btree_gist } });
const server = new PGLiteSocketServer({
  db: database,
  // The pool has one connection; the others are for one that is being replaced.
  maxConnections: 4,
  ...(socketPath === null ? { host: "127.0.0.1", port: 0 } : { path: socketPath }),
});
await server.start();
parentPort?.on("message", async () => {
  await server.stop();
  await database.close();
  parentPort?.close();
});
const port = socketPath === null ? Number(server.getServerConn().split(":").at(-1)) : 5432;
parentPort?.postMessage(port);
