import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the decoder answers: a status and a body, or nothing at all. */
export type VpicAnswer = { readonly status: number; readonly body: string } | "silence";

export interface VpicServer extends AsyncDisposable {
  readonly address: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
}

/** A decoder of VINs on the loopback address. `answerTo` is given the VIN that is asked for. */
export async function startVpicServer(answerTo: (vin: string) => VpicAnswer): Promise<VpicServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const vin = /^\/api\/vehicles\/DecodeVinValues\/(\w{17})\?format=json$/.exec(path)?.[1];
    const answer = vin === undefined ? { status: 404, body: "" } : answerTo(vin);
    if (answer === "silence") return;
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer in the decoder's form; it has some 150 values more, of which we read none. */
export function decoded(result: Readonly<Record<string, string>>): VpicAnswer {
  const all = { Make: "", Model: "", ModelYear: "", ErrorCode: "0", ErrorText: "", ...result };
  return { status: 200, body: JSON.stringify({ Count: 1, Message: "ok", Results: [all] }) };
}
