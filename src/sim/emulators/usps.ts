import { randomBytes } from "node:crypto";
import { directions, streetTypes } from "../../core/language/en/streets.data.ts";
import type { EmulatedAnswer } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

/** A building that mail is delivered to. */
export interface Delivered {
  /** "100 MAIN ST", or any other spelling of it. */
  readonly streetAddress: string;
  /** "APT 4B"; empty for a house without units. */
  readonly units: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly ZIPCode: string;
  readonly ZIPPlus4: string;
}

export interface UspsOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly delivered: readonly Delivered[];
  /** Questions within the life of the emulator, as the service allows in an hour. */
  readonly hourlyQuota?: number;
}

export interface UspsEmulator extends HttpEmulator {
  /** Withdraws every token that was given. */
  withdrawTokens(): void;
}

/**
 * The Addresses interface of the United States Postal Service, version 3, with its OAuth
 * (https://developers.usps.com/addressesv3, …/Oauth).
 */
export async function startUsps(options: UspsOptions): Promise<UspsEmulator> {
  const tokens = new Set<string>();
  const delivered = options.delivered.map((one) => ({ ...one, streetAddress: shortened(one.streetAddress) }));
  let left = options.hourlyQuota ?? 60;
  const emulator = await startHttpEmulator((request) => {
    if (request.path === "/oauth2/v3/token") return tokenAnswer(options, tokens, request);
    if (request.method !== "GET" || request.path !== "/addresses/v3/address")
      return failure(404, "Not Found");
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (!tokens.has(bearer)) return failure(401, "Unauthorized");
    left -= 1;
    if (left < 0) return { ...failure(429, "Too Many Requests"), headers: { "retry-after": "3600" } };
    return addressAnswer(delivered, request.query);
  });
  return { ...emulator, withdrawTokens: () => tokens.clear() };
}

function tokenAnswer(
  { clientId, clientSecret }: UspsOptions,
  tokens: Set<string>,
  { method, body }: EmulatedRequest,
): EmulatedAnswer {
  if (method !== "POST") return failure(405, "Method Not Allowed");
  const given = JSON.parse(body) as Record<string, unknown>;
  if (given["grant_type"] !== "client_credentials") return json(400, { error: "unsupported_grant_type" });
  if (given["client_id"] !== clientId || given["client_secret"] !== clientSecret)
    return json(401, { error: "invalid_client" });
  const access_token = randomBytes(24).toString("base64url");
  tokens.add(access_token);
  return json(200, { access_token, token_type: "Bearer", expires_in: "28799", status: "approved" });
}

function addressAnswer(delivered: readonly Delivered[], query: URLSearchParams): EmulatedAnswer {
  const [street, state] = [query.get("streetAddress") ?? "", query.get("state") ?? ""];
  const [city, zip] = [query.get("city") ?? "", query.get("ZIPCode") ?? ""];
  if (street === "" || !/^[A-Z]{2}$/.test(state)) return failure(400, "streetAddress and state are required");
  if (city === "" && zip === "") return failure(400, "city or ZIPCode is required");
  if (zip !== "" && !/^\d{5}$/.test(zip)) return failure(400, "ZIPCode is not valid");
  const found = delivered.find(
    (one) =>
      one.streetAddress === shortened(street) &&
      one.state === state &&
      (one.city === city.toUpperCase() || one.ZIPCode === zip),
  );
  return found === undefined
    ? failure(404, "Address Not Found")
    : known(found, query.get("secondaryAddress"));
}

function known({ units, ...building }: Delivered, asked: string | null): EmulatedAnswer {
  const code = asked
    ?.toUpperCase()
    .split(/[\s#]+/)
    .at(-1);
  const unit = units.find((one) => one.split(" ").at(-1) === code);
  const missing = units.length > 0 && asked === null;
  const confirmation = missing ? "D" : asked !== null && unit === undefined ? "S" : "Y";
  return json(200, {
    firm: null,
    address: {
      ...building,
      streetAddressAbbreviation: null,
      secondaryAddress: unit ?? shortened(asked ?? ""),
      cityAbbreviation: null,
      urbanization: null,
    },
    additionalInfo: { DPVConfirmation: confirmation, DPVCMRA: "N", business: "N", vacant: "N" },
    corrections: missing ? [{ code: "32", text: "Default address: more information is needed" }] : [],
    matches: [{ code: "31", text: "Single Response - exact match" }],
  });
}

const short = new Map([...streetTypes, ...directions].flatMap(([whole = "", one = whole]) => [[whole, one]]));

/** Capitals and the service's own abbreviations: "100 MAIN ST". */
function shortened(text: string): string {
  const words = text.toLowerCase().replaceAll(/[.,]/g, "").split(/\s+/);
  return words
    .map((word) => short.get(word) ?? word)
    .join(" ")
    .toUpperCase();
}

function failure(status: number, message: string): EmulatedAnswer {
  return json(status, { apiVersion: "v3", error: { code: String(status), message, errors: [] } });
}

function json(status: number, body: object): EmulatedAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
