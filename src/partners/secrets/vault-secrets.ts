import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Secret } from "../../ports/secret.ts";
import type { SecretPlace, SecretProvider } from "../../ports/secret-provider.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import { ROTATION_MS, withPrevious } from "./rotation.ts";

const doing = "reading a secret";

const answerForm = z.object({
  data: z.object({
    data: z.record(z.string(), z.unknown()),
    metadata: z.object({ version: z.number().int(), created_time: z.string() }),
  }),
});
type Version = z.infer<typeof answerForm>["data"];

interface Options {
  readonly upstream: Upstream;
  readonly token: Secret;
  /** A namespace of Vault Enterprise; null = the root. */
  readonly namespace: string | null;
  readonly clock: Clock;
}

/**
 * HashiCorp Vault, engine KV version 2. Places are `mount/path` with a key. The token is not renewed: Vault's agent does that.
 */
export function vaultSecrets({ upstream, token, namespace, clock }: Options): SecretProvider {
  /** Null = there is no such version, or it was deleted. */
  async function ask(name: string, version: number | null, signal?: AbortSignal): Promise<Version | null> {
    const answer = await upstream.request({
      doing,
      method: "GET",
      path: `${pathOf(name)}${version === null ? "" : `?version=${version}`}`,
      headers: {
        "x-vault-request": "true",
        "x-vault-token": token.current(),
        ...(namespace !== null && { "x-vault-namespace": namespace }),
      },
      expected: [403, 404],
      ...(signal !== undefined && { signal }),
    });
    if (answer.status === 403) throw refusal("the token may not read it: its policy must allow it", 403);
    if (answer.status === 404) return null;
    const read = answerForm.safeParse(answer.json());
    // The fault that zod found may quote a value.
    if (!read.success)
      throw new WorldError("vault", doing, {
        retryable: true,
        cause: new Error("no answer of KV version 2"),
      });
    return read.data.data;
  }

  return {
    async read({ name, key }, signal) {
      const newest = await ask(name, null, signal);
      if (newest === null) throw refusal("there is no such secret, or its engine is not KV version 2", 404);
      const current = valueAt(newest, key);
      if (current === null) throw refusal(`there is no text under "${key}" in it`, 404);
      const ageMs = clock.now() - Date.parse(newest.metadata.created_time);
      const { version } = newest.metadata;
      if (version === 1 || ageMs >= ROTATION_MS) return [current];
      const before = await ask(name, version - 1, signal);
      return withPrevious(current, before === null ? null : valueAt(before, key));
    },
    close: () => upstream.close(),
  };
}

/** `secret/clinic/frontdesk` is read at `/v1/secret/data/clinic/frontdesk`. */
function pathOf(name: string): string {
  const [mount = "", ...path] = name.split("/").map(encodeURIComponent);
  return `/v1/${mount}/data/${path.join("/")}`;
}

function valueAt({ data }: Version, key: SecretPlace["key"]): string | null {
  const value = key === null ? undefined : data[key];
  return typeof value === "string" && value !== "" ? value : null;
}

function refusal(reason: string, status: number): WorldError {
  return new WorldError("vault", doing, { retryable: false, status, cause: new Error(reason) });
}
