import { createHmac } from "node:crypto";

export type Parameters = Readonly<Record<string, string>>;

/**
 * The signature of a webhook, as the telephone company's security page describes it: the address with each parameter's name and
 * value behind it in the order of the names, by HMAC-SHA1 with the account's token.
 */
export function signatureOf(authToken: string, url: string, parameters: Parameters): string {
  const signed = Object.keys(parameters)
    .sort()
    .reduce((text, name) => `${text}${name}${parameters[name]}`, url);
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}

export interface WebhookSender {
  readonly authToken: string;
  /** Where a public address leads to on this machine, as a tunnel would. */
  readonly route: (url: string) => string;
}

/** Posts a signed webhook to its public address; the answer's body. Rejects unless the answer is a success. */
export async function postWebhook(
  { authToken, route }: WebhookSender,
  url: string,
  parameters: Parameters,
): Promise<string> {
  const response = await fetch(route(url), {
    method: "POST",
    headers: { "x-twilio-signature": signatureOf(authToken, url, parameters) },
    body: new URLSearchParams(parameters),
  });
  if (!response.ok) throw new Error(`webhook answered ${response.status}`);
  return await response.text();
}
