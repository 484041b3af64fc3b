import { z } from "zod";

/** Every environment variable that Frontdesk reads, with its default. `docs/settings.md` lists them for people. */
const fields = {
  FRONTDESK_ENV: z.enum(["development", "production"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  FRONTDESK_DATA: z.string().min(1).default("data"),
  FRONTDESK_PRACTICES: z.string().min(1).default("practices"),
  FRONTDESK_KEY: z
    .string()
    .regex(
      /^\w+:[A-Za-z0-9+/]{43}=(,\w+:[A-Za-z0-9+/]{43}=)*$/,
      "must be id:key, the key 32 bytes in base64 (several: newest first, with commas)",
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be the http(s) address that Twilio calls" })
    .optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, "must be AC followed by 32 hexadecimal digits")
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_AUTH_TOKEN_PREVIOUS: z.string().min(1).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  VIN_DECODER_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address such as https://vpic.nhtsa.dot.gov" })
    .optional(),
  DEEPGRAM_API_KEY: z.string().min(1).optional(),
  DEEPGRAM_MODEL: z.string().min(1).default("nova-3"),
  DEEPGRAM_URL: z.url({ protocol: /^wss?$/, error: "must start with ws:// or wss://" }).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  RECOGNIZER_WORKERS: wholeNumber(1, 64).default(2),
  MAX_CALLS: wholeNumber(1, 100_000).default(200),
  MAX_CALLS_PER_CALLER: wholeNumber(1, 100_000).default(5),
  MAX_CALLS_PER_CALLER_PER_MINUTE: wholeNumber(1, 100_000).default(10),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
} as const;

const schema = z.object(fields);

/** What keeps strangers out of a server that the internet reaches. */
const requiredInProduction = ["PUBLIC_URL", "TWILIO_AUTH_TOKEN", "FRONTDESK_KEY"] as const;

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
    ...missingInProduction(given),
  ];
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new SettingsError(faults);
}

function missingInProduction(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (given["FRONTDESK_ENV"] !== "production") return [];
  const missing = requiredInProduction.filter((name) => given[name] === undefined);
  return missing.map((name) => `${name}: must be set when FRONTDESK_ENV is production`);
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}
