import { createHash, createHmac } from "node:crypto";
import type { EmulatedRequest } from "./http-emulator.ts";

// AWS Signature Version 4 as "Create a signed AWS API request" of the IAM user guide has it.

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly service: string;
}

export type SignatureFault = "missing" | "unknownKey" | "wrong";

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/** Null when the request is signed with the keys, for their region and service, over what was sent. */
export function awsSignatureFault(request: EmulatedRequest, keys: AwsKeys): SignatureFault | null {
  const found = form.exec(request.headers.authorization ?? "");
  const time = request.headers["x-amz-date"];
  if (found === null || typeof time !== "string") return "missing";
  const [, key, date = "", region, service, signed = "", signature] = found;
  if (key !== keys.accessKeyId) return "unknownKey";
  if (region !== keys.region || service !== keys.service || !time.startsWith(date)) return "wrong";
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical(request, signed.split(";")))].join("\n");
  const signingKey = [date, region, service, "aws4_request"].reduce<Buffer | string>(
    hmac,
    `AWS4${keys.secretAccessKey}`,
  );
  return hmac(signingKey, toSign).toString("hex") === signature ? null : "wrong";
}

function canonical(
  { method, path, query, headers, body }: EmulatedRequest,
  signed: readonly string[],
): string {
  const lines = signed.map((name) => `${name}:${String(headers[name] ?? "").trim()}\n`);
  query.sort();
  return [method, path, query.toString(), lines.join(""), signed.join(";"), sha256(body)].join("\n");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
