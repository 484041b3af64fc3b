import { z } from "zod";
import { modelVendors } from "../../models/model-vendors.ts";
import { releasesAddress } from "../../speech/local/local-models.data.ts";
import { httpAddress, namesOf, text, wholeNumber } from "./forms.ts";
import { secretFields } from "./secret-fields.ts";

const server = {
  FRONTDESK_ENV: z.enum(["development", "production"]).default("development"),
  HOST: text.default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  FRONTDESK_DATA: text.default("data"),
  FRONTDESK_PRACTICES: text.default("practices"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  MAX_CALLS: wholeNumber(1, 100_000).default(200),
  MAX_CALLS_PER_CALLER: wholeNumber(1, 100_000).default(5),
  MAX_CALLS_PER_CALLER_PER_MINUTE: wholeNumber(1, 100_000).default(10),
} as const;

const telephone = {
  PUBLIC_URL: httpAddress("must be the http(s) address that Twilio calls").optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, "must be AC followed by 32 hexadecimal digits")
    .optional(),
  TWILIO_URL: httpAddress("must be an http(s) address such as https://api.dublin.ie1.twilio.com").default(
    "https://api.twilio.com",
  ),
} as const;

const speech = {
  RECOGNIZER: namesOf(["deepgram", "openai", "sherpa", "embedded"]).optional(),
  VOICE: namesOf(["deepgram", "elevenlabs", "openai", "sherpa", "embedded"]).optional(),
  RECOGNIZER_WORKERS: wholeNumber(1, 64).default(2),
  RECOGNIZER_STANDBY: z.enum(["cold", "hot"]).default("cold"),
  DEEPGRAM_MODEL: z
    .string()
    .regex(
      /^(flux-general-en|(?!flux)[a-z0-9]+(-[a-z0-9]+)*)$/,
      "must be a model such as nova-3 or flux-general-en",
    )
    .default("nova-3"),
  DEEPGRAM_VOICE: z
    .string()
    .regex(/^aura-(2-)?[a-z]+-en$/, "must be an English voice such as aura-2-thalia-en")
    .default("aura-2-thalia-en"),
  DEEPGRAM_PIECE_MS: z
    .enum(["20", "40", "60", "80"], { error: "must be 20, 40, 60 or 80" })
    .transform(Number)
    .optional(),
  DEEPGRAM_URL: z.url({ protocol: /^wss?$/, error: "must start with ws:// or wss://" }).optional(),
  OPENAI_SPEECH_URL: httpAddress("must be an http(s) address that ends in /v1").default(
    "https://api.openai.com/v1",
  ),
  OPENAI_TRANSCRIPTION_MODEL: text.default("gpt-4o-mini-transcribe"),
  OPENAI_VOICE_MODEL: text.default("gpt-4o-mini-tts"),
  OPENAI_VOICE: text.default("coral"),
  ELEVENLABS_URL: httpAddress("must be an http(s) address").default("https://api.elevenlabs.io"),
  ELEVENLABS_MODEL: text.default("eleven_flash_v2_5"),
  ELEVENLABS_VOICE: text.default("EXAVITQu4vr4xnSDxMaL"),
} as const;

/** Where `npm run models` fetches from. */
const models = {
  SHERPA_MODELS_URL: httpAddress("must be an http(s) address").default(releasesAddress),
} as const;

const office = {
  VIN_DECODER_URL: httpAddress("must be an http(s) address such as https://vpic.nhtsa.dot.gov").optional(),
  USPS_CLIENT_ID: text.optional(),
  USPS_URL: httpAddress("must be an http(s) address such as https://apis-tem.usps.com").default(
    "https://apis.usps.com",
  ),
  USPS_REQUESTS_PER_HOUR: wholeNumber(1, 1_000_000).default(60),
} as const;

const languageModel = {
  LLM_PROVIDER: z.enum(modelVendors).optional(),
  LLM_MODEL: text.optional(),
  LLM_URL: httpAddress("must be an http(s) address such as http://127.0.0.1:11434/v1").optional(),
  LLM_PRICES: z
    .string()
    .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, "must be two numbers such as 0.40/1.60")
    .optional(),
} as const;

/** Where secrets are read whose settings name a store. */
const stores = {
  SECRETS_TTL_S: wholeNumber(10, 86_400).default(300),
  VAULT_ADDR: httpAddress("must be an http(s) address such as https://vault.example.com:8200").optional(),
  VAULT_NAMESPACE: text.optional(),
  AZURE_KEY_VAULT_URL: httpAddress(
    "must be an http(s) address such as https://{vault}.vault.azure.cn",
  ).default("https://{vault}.vault.azure.net"),
} as const;

/** Every environment variable that Frontdesk reads, with its default. `docs/settings.md` lists them for people. */
export const fields = {
  ...server,
  ...telephone,
  ...speech,
  ...models,
  ...office,
  ...languageModel,
  ...stores,
  ...secretFields,
} as const;
