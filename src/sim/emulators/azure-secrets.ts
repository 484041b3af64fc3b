import { randomBytes } from "node:crypto";
import type { EmulatedAnswer, Fault } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

// Azure Key Vault as its REST reference has it: getting a secret or one of its versions, listing versions, the challenge that
// tells a client where to get its token; and the token endpoint that App Service gives a managed identity
// ("How to use managed identities for App Service").

const resource = "https://vault.azure.net";
/** Tokens are of the directory and not of a vault, and clients keep them for the whole process. */
const token = randomBytes(24).toString("base64url");
const apiVersion = /^(7\.\d|20\d\d-\d\d-\d\d)(-preview.*)?$/;

interface Version {
  readonly id: string;
  readonly value: string;
  readonly createdMs: number;
  readonly enabled: boolean;
}

export interface AzureSecretsEmulator extends HttpEmulator {
  /** Where a managed identity gets its tokens, and the header that proves it is this machine's. */
  readonly identity: { readonly endpoint: string; readonly header: string };
  put(name: string, value: string): void;
  /** Switches the newest version off. */
  disable(name: string): void;
  /** From now on the identity may not read. */
  forbid(): void;
}

export async function startAzureSecrets({ nowMs }: { nowMs: () => number }): Promise<AzureSecretsEmulator> {
  const secrets = new Map<string, readonly Version[]>();
  const header = randomBytes(12).toString("hex");
  let forbidden = false;
  let revoked = false;

  function handle(request: EmulatedRequest): EmulatedAnswer {
    if (request.path === "/msi/token") return tokenFor(request);
    if (revoked || request.headers.authorization !== `Bearer ${token}`) return challenge();
    if (!apiVersion.test(request.query.get("api-version") ?? "")) return error(400, "BadParameter");
    if (forbidden) return error(403, "Forbidden");
    const [, root, name = "", version = ""] = request.path.split("/");
    const versions = secrets.get(name);
    if (root !== "secrets" || versions === undefined) return error(404, "SecretNotFound");
    if (version === "versions")
      return json(200, { value: versions.map((one) => itemOf(name, one)), nextLink: null });
    const found = version === "" ? versions.at(-1) : versions.find(({ id }) => id === version);
    if (found === undefined) return error(404, "SecretNotFound");
    if (!found.enabled) return error(403, "Forbidden");
    return json(200, { value: found.value, ...itemOf(name, found) });
  }

  function tokenFor({ headers, query }: EmulatedRequest): EmulatedAnswer {
    if (headers["x-identity-header"] !== header)
      return json(401, { statusCode: 401, message: "Unauthorized" });
    if (query.get("resource") !== resource) return json(400, { statusCode: 400, message: "resource" });
    const expires_on = String(Math.floor(nowMs() / 1000) + 86_400);
    return json(200, {
      access_token: token,
      expires_on,
      resource,
      token_type: "Bearer",
      client_id: "an-identity",
    });
  }

  function itemOf(name: string, { id, createdMs, enabled }: Version) {
    const created = Math.floor(createdMs / 1000);
    const attributes = { enabled, created, updated: created, recoveryLevel: "Recoverable+Purgeable" };
    return { id: `https://clinic.vault.azure.net/secrets/${name}/${id}`, attributes };
  }

  const server = await startHttpEmulator(handle);
  const { setFault } = server;
  return Object.assign(server, {
    /** Unauthorized looks as the service has it, with the challenge to come again with another token. */
    setFault(fault: Fault | null) {
      revoked = fault === "unauthorized";
      setFault(revoked ? null : fault);
    },
    identity: { endpoint: `${server.address}/msi/token`, header },
    put(name: string, value: string) {
      const version = { id: randomBytes(16).toString("hex"), value, createdMs: nowMs(), enabled: true };
      secrets.set(name, [...(secrets.get(name) ?? []), version]);
    },
    disable(name: string) {
      const versions = secrets.get(name) ?? [];
      secrets.set(name, versions.with(-1, { ...(versions.at(-1) as Version), enabled: false }));
    },
    forbid() {
      forbidden = true;
    },
  });
}

function challenge(): EmulatedAnswer {
  const where = `Bearer authorization="https://login.microsoftonline.com/a-tenant", resource="${resource}"`;
  const { body } = error(401, "Unauthorized");
  return { status: 401, headers: { "www-authenticate": where, "content-type": "application/json" }, body };
}

function error(status: number, code: string): EmulatedAnswer {
  return json(status, { error: { code, message: code } });
}

function json(status: number, body: object): EmulatedAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  };
}
