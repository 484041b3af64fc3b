import type { FastifyInstance } from "fastify";
import { type Settings, SettingsError } from "./settings.ts";

/** What is wrong with the place, by the code that the system gives. */
const faults: Readonly<Record<string, (settings: Settings) => string>> = {
  EADDRINUSE: ({ HOST, PORT }) =>
    `PORT: ${PORT} is taken at ${HOST}; stop what listens there, or set another (0 takes a free one)`,
  EACCES: ({ PORT }) => `PORT: ${PORT} may not be taken by this account; set one above 1023`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST: ${HOST} is no address of this machine; 127.0.0.1 and 0.0.0.0 are`,
  ENOTFOUND: ({ HOST }) => `HOST: nobody knows the name ${HOST}; 127.0.0.1 and 0.0.0.0 are addresses`,
};

/**
 * Listens where the settings say, and returns where that is: `http://127.0.0.1:3000/`. Throws a `SettingsError` when it cannot.
 */
export async function listen(app: FastifyInstance, settings: Settings): Promise<string> {
  try {
    await app.listen({ host: settings.HOST, port: settings.PORT });
  } catch (error) {
    const fault = faults[(error as NodeJS.ErrnoException).code ?? ""];
    throw fault === undefined ? error : new SettingsError([fault(settings)]);
  }
  return addressOf(app);
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}/`;
}
