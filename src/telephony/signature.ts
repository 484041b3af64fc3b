import twilioWebhooks from "twilio/lib/webhooks/webhooks.js";
import type { Secret } from "../ports/secret.ts";

export interface SignatureOptions {
  /** Where the telephone company sends its webhooks, without a path or a slash at its end: `https://phone.example.com`. */
  readonly publicUrl: string;
  /** What webhooks are signed with; each accepted value is valid, so that tokens can be rotated. */
  readonly authToken: Secret | null;
  readonly production: boolean;
}

export type SignatureFault = "missing" | "wrong" | "unconfigured";

/**
 * Null when the webhook is signed by the telephone company. Without any token everybody is let in, except in production,
 * where the webhook is refused as `unconfigured`.
 */
export function signatureFault(
  options: SignatureOptions,
  request: { path: string; signature: string | undefined; parameters: Readonly<Record<string, string>> },
): SignatureFault | null {
  const { publicUrl, authToken, production } = options;
  if (authToken === null) return production ? "unconfigured" : null;
  const { signature } = request;
  if (signature === undefined || signature === "") return "missing";
  const url = `${publicUrl}${request.path}`;
  const { validateRequest } = twilioWebhooks;
  const valid = authToken
    .accepted()
    .some((token) => validateRequest(token, signature, url, request.parameters));
  return valid ? null : "wrong";
}
