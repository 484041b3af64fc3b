import type { GetSecretValueResponse, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Clock } from "../../ports/clock.ts";
import { statusMayPass } from "../../ports/http-failure.ts";
import type { Resilience } from "../../ports/resilience.ts";
import type { SecretPlace, SecretProvider } from "../../ports/secret-provider.ts";
import { WorldError } from "../../ports/world-error.ts";
import { ROTATION_MS, withPrevious } from "./rotation.ts";

const doing = "reading a secret";

interface Options {
  readonly resilience: Resilience;
  readonly clock: Clock;
}

/** What the service answers when it will answer the same again, and what the person who has set it up can do. */
const refusals: Readonly<Record<string, string>> = {
  ResourceNotFoundException: "there is no such secret in this region",
  AccessDeniedException: "the role may not read it: it needs secretsmanager:GetSecretValue",
  DecryptionFailure: "the role may not use the key that the secret is encrypted with",
  InvalidRequestException: "the secret is marked for deletion",
  InvalidParameterException: "the name is none that a secret can have",
  CredentialsProviderError: "there are no AWS credentials here",
  UnrecognizedClientException: "the AWS credentials are not known",
  InvalidSignatureException: "the AWS credentials are wrong, or the clock is",
  ExpiredTokenException: "the AWS credentials have expired",
};

/**
 * AWS Secrets Manager. Address, region and credentials are found as AWS's own tools find them: environment, profile, role of the
 * machine. The client is large and is loaded at the first reading.
 */
export function awsSecrets({ resilience, clock }: Options): SecretProvider {
  let client: Promise<SecretsManagerClient> | null = null;

  async function ask(name: string, stage: Stage, signal?: AbortSignal): Promise<GetSecretValueResponse> {
    client ??= openClient();
    const opened = await client;
    const { GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
    const command = new GetSecretValueCommand({ SecretId: name, VersionStage: stage });
    return await resilience.run(
      doing,
      (attempt) => opened.send(command, { abortSignal: attempt.signal }).catch(rethrow),
      signal,
    );
  }

  return {
    async read({ name, key }, signal) {
      const newest = await ask(name, "AWSCURRENT", signal);
      const current = valueAt(newest, key);
      if (current === null)
        throw refusal(key === null ? "there is no value in it" : `there is no text under "${key}" in it`);
      const ageMs = clock.now() - (newest.CreatedDate?.getTime() ?? 0);
      if (ageMs >= ROTATION_MS) return [current];
      const before = await ask(name, "AWSPREVIOUS", signal).catch(nullWhenMissing);
      return withPrevious(current, before === null ? null : valueAt(before, key));
    },
    async close() {
      await client?.then((opened) => opened.destroy()).catch(() => undefined);
    },
  };
}

type Stage = "AWSCURRENT" | "AWSPREVIOUS";

async function openClient(): Promise<SecretsManagerClient> {
  const { SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  return new SecretsManagerClient({ maxAttempts: 1 });
}

function valueAt(
  { SecretString, SecretBinary }: GetSecretValueResponse,
  key: SecretPlace["key"],
): string | null {
  const text = SecretString ?? (SecretBinary && Buffer.from(SecretBinary).toString("utf8")) ?? "";
  const value = key === null ? text : fieldOf(text, key);
  return value === "" ? null : value;
}

function fieldOf(text: string, key: string): string | null {
  try {
    const value: unknown = (JSON.parse(text) as Record<string, unknown> | null)?.[key];
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** Names and statuses alone go on: messages of the service may repeat what was asked. */
function rethrow(error: unknown): never {
  const { name, code, $metadata, $retryable } = (error ?? {}) as AwsError;
  const status = $metadata?.httpStatusCode ?? null;
  const known = refusals[name ?? ""];
  if (known !== undefined) throw refusal(known, status, name);
  const throttled = $retryable?.throttling === true || name === "ThrottlingException";
  const retryable = status === null || status < 400 || statusMayPass(status) || throttled;
  const cause = new Error([name, code, status].filter((part) => part != null).join(" "));
  throw new WorldError("aws", doing, { retryable, status, cause });
}

interface AwsError {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: { readonly throttling?: boolean };
}

const missing = "ResourceNotFoundException";

function nullWhenMissing(error: unknown): null {
  if (error instanceof WorldError && (error.cause as Error).name === missing) return null;
  throw error;
}

function refusal(reason: string, status: number | null = null, name = "Error"): WorldError {
  const cause = Object.assign(new Error(reason), { name });
  return new WorldError("aws", doing, { retryable: false, status, cause });
}
