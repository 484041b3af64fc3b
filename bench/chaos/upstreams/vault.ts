import type { Server } from "../../../src/app/server.ts";
import { requestFaults } from "../../../src/sim/emulators/faults.ts";
import { signatureOf } from "../../../src/sim/emulators/twilio/signed-webhook.ts";
import { startVault } from "../../../src/sim/emulators/vault.ts";
import { books } from "../callers.ts";
import type { Upstream } from "../cell.ts";
import { waitUntil } from "../wait-until.ts";
import { KEY, upstreamOf } from "./emulated.ts";

const publicUrl = "https://phone.example.com";
const place = { mount: "secret", path: "frontdesk" };
/** Two refreshes, and the rest that a store is left after a series of failures. */
const TAKEN_WITHIN_MS = 100_000;

/**
 * The store of secrets, in which a token is replaced while it fails: the call goes on with the value that is known, and the new one
 * is taken, beside the old, when the store is well again.
 */
export const vaultUpstream: Upstream = {
  name: "vault",
  faults: [...requestFaults(1), { slowMs: 3_000 }],
  caller: books,
  middle: "ask:name",
  async open() {
    const emulator = await startVault({ token: KEY, mount: place.mount, nowMs: () => Date.now() });
    emulator.put(place.path, { token: "the first token" });
    const settings = {
      VAULT_ADDR: emulator.address,
      VAULT_TOKEN: KEY,
      SECRETS_TTL_S: "10",
      PUBLIC_URL: publicUrl,
      TWILIO_AUTH_TOKEN: `vault:${place.mount}/${place.path}#token`,
    };
    const upstream = upstreamOf(emulator, settings, { aftermath: rotationFaults });
    let rotated = false;
    return {
      ...upstream,
      setFault(fault) {
        if (!rotated) emulator.put(place.path, { token: "the second token" });
        rotated = true;
        upstream.setFault(fault);
      },
    };
  },
};

async function rotationFaults(server: Server): Promise<readonly string[]> {
  const taken = () => letsIn(server, "the second token");
  await waitUntil(taken, TAKEN_WITHIN_MS);
  return [
    ...((await taken()) ? [] : ["The new token is not taken."]),
    ...((await letsIn(server, "the first token")) ? [] : ["The old token is refused during the rotation."]),
    ...((await letsIn(server, "a third token")) ? ["A token that is none is taken."] : []),
  ];
}

/** Whether a webhook that is signed with the token is heard. */
async function letsIn({ url }: Server, token: string): Promise<boolean> {
  const path = "/twilio/status";
  const form = { CallSid: `CA${"0".repeat(32)}`, CallStatus: "completed" };
  const answer = await fetch(new URL(path, url), {
    method: "POST",
    headers: { "x-twilio-signature": signatureOf(token, `${publicUrl}${path}`, form) },
    body: new URLSearchParams(form),
  });
  await answer.arrayBuffer();
  return answer.status !== 403;
}
