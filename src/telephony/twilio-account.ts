import type { Secret } from "../ports/secret.ts";
import type { Upstream, UpstreamAnswer } from "../ports/upstream.ts";

export interface TwilioCredentials {
  readonly accountSid: string;
  readonly authToken: Secret;
}

interface Order {
  /** Names the operation without any value of a caller. */
  readonly doing: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** Below the account: `Calls/CA….json`. */
  readonly resource: string;
  /** Fields of the form that is posted, or of the query. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly expected?: readonly number[];
  readonly onlyOnce?: boolean;
}

/** The REST interface of one account: what `Upstream` promises, with the account's path and its credentials of the moment. */
export type TwilioAccount = (order: Order) => Promise<UpstreamAnswer>;

export function twilioAccount(
  upstream: Upstream,
  { accountSid, authToken }: TwilioCredentials,
): TwilioAccount {
  return ({ method, resource, fields = {}, ...order }) => {
    const path = `/2010-04-01/Accounts/${accountSid}/${resource}`;
    const form = new URLSearchParams(fields).toString();
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken.current()}`).toString("base64")}`;
    if (method !== "POST") {
      const query = form === "" ? "" : `?${form}`;
      return upstream.request({ ...order, method, path: path + query, headers: { authorization } });
    }
    const headers = { authorization, "content-type": "application/x-www-form-urlencoded" };
    return upstream.request({ ...order, method, path, headers, body: form });
  };
}

/** The number of the reason for which an order was refused (https://www.twilio.com/docs/api/errors); null when none is given. */
export function refusalCode(answer: UpstreamAnswer): number | null {
  const { code } = (answer.json() ?? {}) as { readonly code?: unknown };
  return typeof code === "number" ? code : null;
}
