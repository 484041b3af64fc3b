import { openUpstream } from "../partners/http/upstream.ts";
import { resilience } from "../partners/resilience/resilience.ts";
import { awsSecrets } from "../partners/secrets/aws-secrets.ts";
import { azureSecrets } from "../partners/secrets/azure-secrets.ts";
import { fileSecrets } from "../partners/secrets/file-secrets.ts";
import type { SecretStore } from "../partners/secrets/secret-reference.ts";
import { storeLimits } from "../partners/secrets/store-limits.ts";
import { vaultSecrets } from "../partners/secrets/vault-secrets.ts";
import type { Secret } from "../ports/secret.ts";
import type { SecretProvider } from "../ports/secret-provider.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import type { Settings } from "./settings.ts";

interface Parts {
  readonly settings: Settings;
  readonly telemetry: Telemetry;
  /** The token of the one store that does not find its own. */
  readonly vaultToken: Secret | null;
}

/** What to look at when a store does not answer. */
export const storeMends: Readonly<Record<SecretStore, string>> = {
  file: "is the volume mounted?",
  vault: "is VAULT_ADDR right, and Vault up and unsealed?",
  aws: "is AWS_REGION right, and may this machine reach AWS?",
  azure: "is the vault's name right, is there an Azure identity here, and may this machine reach Azure?",
};

const openers: Readonly<Record<SecretStore, (parts: Parts) => SecretProvider>> = {
  file: () => fileSecrets,
  vault({ settings, telemetry, vaultToken }) {
    const { VAULT_ADDR: address, VAULT_NAMESPACE: namespace = null } = settings;
    if (address === undefined || vaultToken === null) throw new Error("The settings name Vault without it");
    const clock = systemClock;
    const upstream = openUpstream({ service: "vault", address, limits: storeLimits, clock, telemetry });
    return vaultSecrets({ upstream, token: vaultToken, namespace, clock });
  },
  aws: ({ telemetry }) => awsSecrets({ resilience: policyOf("aws", telemetry), clock: systemClock }),
  azure: ({ settings, telemetry }) =>
    azureSecrets({
      address: settings.AZURE_KEY_VAULT_URL,
      resilience: policyOf("azure", telemetry),
      clock: systemClock,
    }),
};

function policyOf(service: string, telemetry: Telemetry) {
  return resilience({ service, limits: storeLimits, clock: systemClock, telemetry });
}

/** One provider a store, opened when it is first named and closed with `opened`. */
export function secretStores(
  opened: AsyncDisposableStack,
  parts: Omit<Parts, "vaultToken"> & { readonly vaultToken: () => Secret | null },
): (store: SecretStore) => SecretProvider {
  const open = new Map<SecretStore, SecretProvider>();
  return (store) => {
    const known = open.get(store);
    if (known !== undefined) return known;
    const provider = openers[store]({ ...parts, vaultToken: parts.vaultToken() });
    open.set(
      store,
      opened.adopt(provider, (one) => one.close()),
    );
    return provider;
  };
}
