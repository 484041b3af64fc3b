import { fixedSecret } from "../partners/secrets/hidden-secret.ts";
import type { Secret } from "../ports/secret.ts";
import type { Settings } from "./settings.ts";

/** The settings that nobody may read. */
export type SecretName = "DEEPGRAM_API_KEY" | "TWILIO_AUTH_TOKEN";

export interface Secrets extends AsyncDisposable {
  /** The secret of a setting; null when it is not set. */
  of(name: SecretName): Secret | null;
}

/** The previous token of the telephone company is a setting of its own. */
const previousOf: Partial<Record<SecretName, "TWILIO_AUTH_TOKEN_PREVIOUS">> = {
  TWILIO_AUTH_TOKEN: "TWILIO_AUTH_TOKEN_PREVIOUS",
};

/** Reads the secrets that the settings name. */
export async function openSecrets(settings: Settings): Promise<Secrets> {
  return {
    of(name) {
      const current = settings[name];
      if (current === undefined) return null;
      const before = previousOf[name];
      const previous = before === undefined ? undefined : settings[before];
      return previous === undefined ? fixedSecret(current) : fixedSecret(current, previous);
    },
    async [Symbol.asyncDispose]() {},
  };
}
