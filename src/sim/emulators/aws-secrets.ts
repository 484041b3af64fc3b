import { randomUUID } from "node:crypto";
import { type AwsKeys, awsSignatureFault, type SignatureFault } from "./aws-signature.ts";
import type { EmulatedAnswer } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

// AWS Secrets Manager as its API reference has it: GetSecretValue with staging labels, its errors, and requests that are signed.

interface Version {
  readonly id: string;
  readonly value: string;
  readonly createdMs: number;
}

export interface AwsSecretsEmulator extends HttpEmulator {
  /** A new version becomes AWSCURRENT and the one before it AWSPREVIOUS, as PutSecretValue has it. */
  put(name: string, value: string): void;
  /** From now on whoever is signed in may not read. */
  forbid(): void;
}

type Options = Pick<AwsKeys, "accessKeyId" | "secretAccessKey" | "region"> & { readonly nowMs: () => number };

const signatureErrors: Readonly<Record<SignatureFault, readonly [name: string, message: string]>> = {
  missing: ["MissingAuthenticationTokenException", "Missing Authentication Token"],
  unknownKey: ["UnrecognizedClientException", "The security token included in the request is invalid."],
  wrong: ["InvalidSignatureException", "The request signature we calculated does not match."],
};

export async function startAwsSecrets({ nowMs, ...account }: Options): Promise<AwsSecretsEmulator> {
  const secrets = new Map<string, readonly Version[]>();
  let forbidden = false;

  function handle(request: EmulatedRequest): EmulatedAnswer {
    const fault = awsSignatureFault(request, { ...account, service: "secretsmanager" });
    if (fault !== null) return error(...signatureErrors[fault]);
    if (request.headers["x-amz-target"] !== "secretsmanager.GetSecretValue")
      return error("UnknownOperationException", "");
    if (forbidden) return error("AccessDeniedException", "User is not authorized");
    const asked: { SecretId?: unknown; VersionStage?: unknown } = JSON.parse(request.body);
    if (typeof asked.SecretId !== "string" || asked.SecretId === "")
      return error("InvalidParameterException", "Invalid name.");
    return read(asked.SecretId, asked.VersionStage ?? "AWSCURRENT");
  }

  function read(name: string, stage: unknown): EmulatedAnswer {
    const versions = secrets.get(name);
    if (versions === undefined)
      return error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    const version = versions.at(stage === "AWSCURRENT" ? -1 : stage === "AWSPREVIOUS" ? -2 : versions.length);
    if (version === undefined)
      return error(
        "ResourceNotFoundException",
        `Secrets Manager can't find the specified secret value for staging label: ${stage}`,
      );
    return json(200, {
      ARN: `arn:aws:secretsmanager:${account.region}:123456789012:secret:${name}-a1b2c3`,
      Name: name,
      VersionId: version.id,
      SecretString: version.value,
      VersionStages: [stage],
      CreatedDate: version.createdMs / 1000,
    });
  }

  const server = await startHttpEmulator(handle);
  return Object.assign(server, {
    put(name: string, value: string) {
      const version = { id: randomUUID(), value, createdMs: nowMs() };
      secrets.set(name, [...(secrets.get(name) ?? []), version]);
    },
    forbid() {
      forbidden = true;
    },
  });
}

function json(status: number, body: object): EmulatedAnswer {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(body) };
}

function error(name: string, message: string): EmulatedAnswer {
  return json(400, { __type: name, message });
}
