import { connect, createServer, type Socket } from "node:net";

/** The way to a database server, which a test may cut. */
export interface MortalNetwork extends AsyncDisposable {
  /** The database's address by this way. */
  readonly databaseUrl: string;
  /** Breaks all connections, and takes none until `mend`. */
  cut(): void;
  mend(): void;
}

export async function mortalNetwork(databaseUrl: string): Promise<MortalNetwork> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on("close", () => sockets.delete(end));
      end.on("error", () => {});
    }
    socket.pipe(upstream).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const by = new URL(databaseUrl);
  by.hostname = "127.0.0.1";
  by.port = String(typeof address === "object" && address !== null ? address.port : 0);
  return {
    databaseUrl: by.href,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
