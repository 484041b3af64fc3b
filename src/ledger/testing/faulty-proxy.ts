import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";

/** Stands between a client and a server and does to them what networks do. */
export interface FaultyProxy extends AsyncDisposable {
  readonly port: number;
  /** Breaks every connection and refuses new ones until `restore`. */
  cut(): void;
  /** Accepts connections but carries nothing until `restore`, which breaks those that waited. */
  stall(): void;
  restore(): void;
  /** Breaks the connection right after the client has sent a text that holds this; once. */
  cutAfter(text: string): void;
}

export async function startFaultyProxy(target: NetConnectOpts): Promise<FaultyProxy> {
  let mode: "open" | "cut" | "stalled" = "open";
  let trigger: string | null = null;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
  };
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    keep(client);
    if (mode === "cut") return void client.destroy();
    const upstream = connect(target);
    keep(upstream);
    client.on("data", (chunk: Buffer) => {
      if (mode !== "open") return;
      upstream.write(chunk);
      if (trigger === null || !chunk.includes(trigger)) return;
      trigger = null;
      // The server's answer shows that it has done what was asked; the client never sees it.
      upstream.unpipe(client);
      upstream.once("data", () => client.destroy()).resume();
    });
    upstream.pipe(client);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      mode = "cut";
      breakAll();
    },
    stall() {
      mode = "stalled";
    },
    restore() {
      if (mode === "stalled") breakAll();
      mode = "open";
    },
    cutAfter(text) {
      trigger = text;
    },
    async [Symbol.asyncDispose]() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
