import type { Server, Socket } from "node:net";

/** The connections of a server that stand. */
export interface OpenSockets {
  count(): number;
  /** Breaks all of them off. */
  cut(): void;
}

/** Watches a server from now on. */
export function openSockets(server: Server): OpenSockets {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  return {
    count: () => sockets.size,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
