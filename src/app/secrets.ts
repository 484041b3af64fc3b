import { alsoAccepting, fixedSecret } from "../partners/secrets/hidden-secret.ts";
import { KeptSecrets, UnfitSecretError } from "../partners/secrets/kept-secrets.ts";
import type { SecretStore } from "../partners/secrets/secret-reference.ts";
import type { Secret } from "../ports/secret.ts";
import type { SecretProvider } from "../ports/secret-provider.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";
import { systemClock } from "../runtime/runtime.ts";
import { secretStores, storeMends } from "./secret-stores.ts";
import { faultOf, type SecretSetting } from "./settings/forms.ts";
import { type SecretName, secretForms, secretNames } from "./settings/secret-fields.ts";
import { type Settings, SettingsError } from "./settings.ts";

export interface Secrets extends AsyncDisposable {
  /** The secret of a setting; null when it is not set. */
  of(name: SecretName): Secret | null;
}

interface NamedSecret {
  readonly name: SecretName;
  readonly setting: SecretSetting;
}

interface Parts {
  readonly settings: Settings;
  readonly telemetry: Telemetry;
}

/**
 * The secrets that the settings name, those of stores read for the first time: they are read again in the background, and when
 * the process gets SIGHUP. Throws one `SettingsError` with all that cannot be read.
 */
export async function openSecrets({ settings, telemetry }: Parts): Promise<Secrets> {
  await using opened = new AsyncDisposableStack();
  const ttlMs = settings.SECRETS_TTL_S * 1000;
  const kept = opened.use(new KeptSecrets({ ttlMs, clock: systemClock, telemetry }));
  const found = new Map<SecretName, Secret>();
  const vaultToken = () => found.get("VAULT_TOKEN") ?? null;
  const providerOf = secretStores(opened, { settings, telemetry, vaultToken });
  const named = secretNames.flatMap((name) => {
    const setting = settings[name];
    return setting === undefined ? [] : [{ name, setting }];
  });

  const read = async ({ name, setting }: NamedSecret): Promise<readonly string[]> => {
    try {
      found.set(name, await secretOf(name, setting, { kept, providerOf }));
      return [];
    } catch (error) {
      return [`${name}: ${reasonOf(error, setting)}`];
    }
  };
  // Vault is asked with a token, which may be kept in a store itself.
  const isAskedWith = ({ name }: NamedSecret) => name === "VAULT_TOKEN";
  for (const group of [named.filter(isAskedWith), named.filter((one) => !isAskedWith(one))]) {
    const faults = (await Promise.all(group.map(read))).flat();
    if (faults.length > 0) throw new SettingsError(faults);
  }

  if (named.some(({ setting }) => setting.kind === "stored")) opened.use(onHangUp(() => kept.refresh()));
  const all = opened.move();
  return {
    of: (name) => withPrevious(name, found),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

interface Stores {
  readonly kept: KeptSecrets;
  providerOf(store: SecretStore): SecretProvider;
}

async function secretOf(name: SecretName, setting: SecretSetting, { kept, providerOf }: Stores) {
  if (setting.kind === "given") return fixedSecret(setting.value.reveal());
  const { store, place } = setting;
  return await kept.open({
    name,
    store,
    place,
    provider: providerOf(store),
    faultOf: (value) => faultOf(secretForms[name], value),
  });
}

/** What a store said, in words for the person who has set it up. */
function reasonOf(error: unknown, setting: SecretSetting): string {
  if (error instanceof UnfitSecretError) return error.message;
  if (!(error instanceof WorldError) || setting.kind === "given") throw error;
  const said = error.cause instanceof Error ? error.cause.message : "no answer";
  if (!error.retryable) return said;
  return `${setting.store} does not answer (${said}): ${storeMends[setting.store]}`;
}

/** The telephone company's previous token is a setting of its own, for those who keep tokens in no store. */
function withPrevious(name: SecretName, found: ReadonlyMap<SecretName, Secret>): Secret | null {
  const secret = found.get(name) ?? null;
  const previous = name === "TWILIO_AUTH_TOKEN" ? found.get("TWILIO_AUTH_TOKEN_PREVIOUS") : undefined;
  return secret !== null && previous !== undefined ? alsoAccepting(secret, previous) : secret;
}

function onHangUp(act: () => void): Disposable {
  process.on("SIGHUP", act);
  return { [Symbol.dispose]: () => process.off("SIGHUP", act) };
}
