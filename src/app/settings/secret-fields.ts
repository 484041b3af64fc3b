import { z } from "zod";
import { secret, text } from "./forms.ts";

function haveOwnIds(keys: string): boolean {
  const ids = keys.split(",").map((key) => key.split(":")[0]);
  return new Set(ids).size === ids.length;
}

/**
 * The settings that nobody may read, each with the form of its value. Any of them may name a place in a store instead
 * (docs/secrets.md).
 */
export const secretForms = {
  FRONTDESK_KEY: z
    .string()
    .regex(
      /^\w+:[A-Za-z0-9+/]{43}=(,\w+:[A-Za-z0-9+/]{43}=)*$/,
      "must be id:key, the key 32 bytes in base64 (several: newest first, with commas)",
    )
    .refine(haveOwnIds, "must give each key an id of its own"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://"),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters"),
  TWILIO_AUTH_TOKEN: text,
  TWILIO_AUTH_TOKEN_PREVIOUS: text,
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "must start with smtp:// or smtps://"),
  USPS_CLIENT_SECRET: text,
  DEEPGRAM_API_KEY: text,
  OPENAI_API_KEY: text,
  ELEVENLABS_API_KEY: text,
  LLM_API_KEY: text,
  VAULT_TOKEN: text,
} as const satisfies Record<string, z.ZodType<string>>;

export type SecretName = keyof typeof secretForms;

export const secretNames = Object.keys(secretForms) as readonly SecretName[];

type Field = z.ZodOptional<ReturnType<typeof secret>>;

export const secretFields = Object.fromEntries(
  Object.entries(secretForms).map(([name, form]) => [name, secret(form).optional()]),
) as Record<SecretName, Field>;
