import { z } from "zod";
import { faultsTogether } from "./settings/combinations.ts";
import { fields } from "./settings/fields.ts";

const schema = z.object(fields);

/** Secrets are among them as `SecretSetting`s, which show nothing; `openSecrets` reads them. */
export type Settings = z.infer<typeof schema>;

/** The names, for the page that lists them and the test that holds it to this. */
export const settingNames: readonly string[] = Object.keys(fields);

/** Bad settings are the user's to mend before anything starts: one error names every one of them. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `These settings need mending before Frontdesk can start:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
    this.faults = faults;
  }
}

/** Reads the settings from an environment. An empty value counts as not set. The values themselves are never shown. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in fields && value !== ""),
  );
  const parsed = schema.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...faultsTogether(given),
  ];
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new SettingsError(faults);
}

/** Where the telephone company reaches this server, without a slash at its end. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Settings): string {
  return PUBLIC_URL?.replace(/\/$/, "") ?? `http://${HOST}:${PORT}`;
}
