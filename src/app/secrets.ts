import { fileSecrets } from "../partners/secrets/file-secrets.ts";
import { alsoAccepting, fixedSecret } from "../partners/secrets/hidden-secret.ts";
import { KeptSecrets, UnfitSecretError } from "../partners/secrets/kept-secrets.ts";
import type { SecretStore } from "../partners/secrets/secret-reference.ts";
import type { Secret } from "../ports/secret.ts";
import type { SecretProvider } from "../ports/secret-provider.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { faultOf, type SecretSetting } from "./settings/forms.ts";
import { type SecretName, secretForms } from "./settings/secret-fields.ts";
import { type Settings, SettingsError } from "./settings.ts";

export interface Secrets extends AsyncDisposable {
  /** The secret of a setting; null when it is not set. */
  of(name: SecretName): Secret | null;
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
  const providerOf = providers(opened);
  const names = Object.keys(secretForms) as SecretName[];
  const faults: string[] = [];
  const found = new Map<SecretName, Secret>();
  const read = async (name: SecretName, setting: SecretSetting) => {
    try {
      found.set(name, await secretOf(name, setting, { kept, providerOf }));
    } catch (error) {
      faults.push(`${name}: ${reasonOf(error)}`);
    }
  };
  await Promise.all(
    names.map((name) => {
      const setting = settings[name];
      return setting === undefined ? null : read(name, setting);
    }),
  );
  if (faults.length > 0) throw new SettingsError(faults.sort());
  if (names.some((name) => settings[name]?.kind === "stored")) opened.use(onHangUp(() => kept.refresh()));
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

/** One provider a store, opened when the first setting names it. */
function providers(_opened: AsyncDisposableStack): (store: SecretStore) => SecretProvider {
  return (_store) => fileSecrets;
}

/** What a store said, in words for the person who has set it up. */
function reasonOf(error: unknown): string {
  if (error instanceof UnfitSecretError) return error.message;
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
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
