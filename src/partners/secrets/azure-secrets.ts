import type { SecretClient, SecretProperties } from "@azure/keyvault-secrets";
import type { Clock } from "../../ports/clock.ts";
import { statusMayPass } from "../../ports/http-failure.ts";
import type { Resilience } from "../../ports/resilience.ts";
import type { SecretProvider } from "../../ports/secret-provider.ts";
import { WorldError } from "../../ports/world-error.ts";
import { ROTATION_MS, withPrevious } from "./rotation.ts";

const doing = "reading a secret";

interface Options {
  /** `https://{vault}.vault.azure.net`, where `{vault}` stands for the vault that a place names. */
  readonly address: string;
  readonly resilience: Resilience;
  readonly clock: Clock;
}

/** What the service answers when it will answer the same again, and what the person who has set it up can do. */
const refusals: Readonly<Record<string, string>> = {
  SecretNotFound: "there is no such secret in the vault",
  VaultNotFound: "there is no such vault",
  SecretDisabled: "its newest version is switched off",
  Forbidden:
    "the identity may not read it (it needs the role Key Vault Secrets User), or its version is switched off",
  CredentialUnavailableError: "there is no Azure identity here",
  AggregateAuthenticationError: "there is no Azure identity here",
  AuthenticationError: "the Azure identity is not let in",
  AuthenticationRequiredError: "there is no Azure identity here",
};

/**
 * Azure Key Vault; places are `vault/name`. The identity is found as Azure's own tools find it: environment, workload, machine.
 * The clients are large and are loaded at the first reading.
 */
export function azureSecrets({ address, resilience, clock }: Options): SecretProvider {
  const clients = new Map<string, Promise<SecretClient>>();

  function clientOf(vault: string): Promise<SecretClient> {
    const client = clients.get(vault) ?? openClient(address.replace("{vault}", vault));
    clients.set(vault, client);
    return client;
  }

  const ask = <T>(work: (abortSignal: AbortSignal) => Promise<T>, wanted?: AbortSignal): Promise<T> =>
    resilience.run(doing, ({ signal }) => work(signal).catch(rethrow), wanted);

  return {
    async read({ name: place }, signal) {
      const [vault = "", name = ""] = place.split("/");
      const client = await clientOf(vault);
      const newest = await ask((abortSignal) => client.getSecret(name, { abortSignal }), signal);
      const { value: current, properties } = newest;
      if (!current) throw refusal("there is no value in it");
      const ageMs = clock.now() - (properties.createdOn?.getTime() ?? 0);
      if (ageMs >= ROTATION_MS) return [current];
      const before = await ask((abortSignal) => versionBefore(client, properties, abortSignal), signal);
      if (before === null) return [current];
      const { value: previous } = await ask(
        (abortSignal) => client.getSecret(name, { version: before, abortSignal }),
        signal,
      );
      return withPrevious(current, previous);
    },
    async close() {},
  };
}

async function openClient(vaultUrl: string): Promise<SecretClient> {
  const [{ SecretClient }, { DefaultAzureCredential }] = await Promise.all([
    import("@azure/keyvault-secrets"),
    import("@azure/identity"),
  ]);
  const retryOptions = { maxRetries: 0 };
  // Without TLS it is a vault on this machine, and no challenge of it can name its host.
  const insecure = vaultUrl.startsWith("http:");
  const options = {
    retryOptions,
    allowInsecureConnection: insecure,
    disableChallengeResourceVerification: insecure,
  };
  return new SecretClient(vaultUrl, new DefaultAzureCredential({ retryOptions }), options);
}

/** The newest version that is older than this one and switched on; versions come in no order. */
async function versionBefore(
  client: SecretClient,
  newest: SecretProperties,
  abortSignal: AbortSignal,
): Promise<string | null> {
  const madeMs = ({ createdOn }: SecretProperties) => createdOn?.getTime() ?? 0;
  let found: SecretProperties | null = null;
  for await (const version of client.listPropertiesOfSecretVersions(newest.name, { abortSignal })) {
    if (version.version === newest.version || version.enabled === false) continue;
    if (madeMs(version) > madeMs(newest)) continue;
    if (found === null || madeMs(version) >= madeMs(found)) found = version;
  }
  return found?.version ?? null;
}

interface AzureError {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
}

/** Names, codes and statuses alone go on: messages of the service may repeat what was asked. */
function rethrow(error: unknown): never {
  const { name, code, statusCode: status = null } = (error ?? {}) as AzureError;
  const known = refusals[code ?? ""] ?? refusals[name ?? ""];
  if (known !== undefined) throw refusal(known, status);
  const retryable = status === null || status < 400 || statusMayPass(status);
  const cause = new Error([name, code, status].filter((part) => part != null).join(" "));
  throw new WorldError("azure", doing, { retryable, status, cause });
}

function refusal(reason: string, status: number | null = null): WorldError {
  return new WorldError("azure", doing, { retryable: false, status, cause: new Error(reason) });
}
