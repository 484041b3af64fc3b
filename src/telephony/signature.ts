import twilioWebhooks from "twilio/lib/webhooks/webhooks.js";

export interface SignatureOptions {
  /** Where the telephone company sends its webhooks, without a path: `https://phone.example.com`. */
  readonly publicUrl: string;
  /** Any of them is valid, so that tokens can be rotated; empty when none is set. */
  readonly authTokens: readonly string[];
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
  const { publicUrl, authTokens, production } = options;
  if (authTokens.length === 0) return production ? "unconfigured" : null;
  const { signature } = request;
  if (signature === undefined || signature === "") return "missing";
  const url = `${publicUrl.replace(/\/$/, "")}${request.path}`;
  const { validateRequest } = twilioWebhooks;
  const valid = authTokens.some((token) => validateRequest(token, signature, url, request.parameters));
  return valid ? null : "wrong";
}
