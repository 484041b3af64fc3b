import type { EmulatedAnswer } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

// HashiCorp Vault's KV secrets engine, version 2, as "KV secrets engine - version 2 (API)" and "HTTP API" of its documentation
// have it: reading a version, writing a new one, and the errors of tokens, paths and versions that are not there.

interface Version {
  readonly data: Readonly<Record<string, string>>;
  readonly createdMs: number;
}

export interface VaultEmulator extends HttpEmulator {
  /** Writes a new version, as `vault kv put` does. */
  put(path: string, data: Readonly<Record<string, string>>): void;
  /** Takes a version's data away, as `vault kv delete -versions` does. */
  remove(path: string, version: number): void;
  /** Sealed, it refuses everything. */
  seal(sealed: boolean): void;
}

interface Options {
  /** The one token that may read. */
  readonly token: string;
  /** Where the engine is mounted. */
  readonly mount: string;
  readonly nowMs: () => number;
}

export async function startVault({ token, mount, nowMs }: Options): Promise<VaultEmulator> {
  const secrets = new Map<string, (Version | null)[]>();
  let isSealed = false;

  function handle(request: EmulatedRequest): EmulatedAnswer {
    if (isSealed) return errors(503, "Vault is sealed");
    if (request.headers["x-vault-request"] !== "true") return errors(412, "required request header missing");
    if (request.headers["x-vault-token"] !== token) return errors(403, "permission denied");
    const path = decodeURIComponent(request.path);
    if (path === "/v1/auth/token/lookup-self")
      return json(200, { data: { policies: ["frontdesk"], ttl: 0 } });
    const prefix = `/v1/${mount}/data/`;
    if (!path.startsWith(prefix)) return errors(404, `no handler for route "${path.slice(4)}"`);
    if (request.method !== "GET") return errors(405, "unsupported operation");
    return read(path.slice(prefix.length), request.query.get("version"));
  }

  function read(name: string, wanted: string | null): EmulatedAnswer {
    const versions = secrets.get(name) ?? [];
    const number = wanted === null || wanted === "0" ? versions.length : Number(wanted);
    const version = versions[number - 1];
    if (version === undefined) return errors(404);
    const metadata = {
      created_time: new Date(version?.createdMs ?? 0).toISOString(),
      custom_metadata: null,
      deletion_time: version === null ? new Date(nowMs()).toISOString() : "",
      destroyed: false,
      version: number,
    };
    return json(version === null ? 404 : 200, { data: { data: version?.data ?? null, metadata } });
  }

  const server = await startHttpEmulator(handle);
  return Object.assign(server, {
    put(path: string, data: Readonly<Record<string, string>>) {
      secrets.set(path, [...(secrets.get(path) ?? []), { data, createdMs: nowMs() }]);
    },
    remove(path: string, version: number) {
      secrets.get(path)?.splice(version - 1, 1, null);
    },
    seal(sealed: boolean) {
      isSealed = sealed;
    },
  });
}

function json(status: number, fields: object): EmulatedAnswer {
  const body = { request_id: "6b1ea9c5", lease_id: "", renewable: false, lease_duration: 0, ...fields };
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function errors(status: number, ...messages: readonly string[]): EmulatedAnswer {
  const body = JSON.stringify({ errors: messages });
  return { status, headers: { "content-type": "application/json" }, body };
}
