import { Buffer } from "node:buffer";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Resumed } from "../ports/line.ts";

const VALID_MS = 60_000;
/** Far more than calls begin within a minute on one process. */
const MAX_USED = 10_000;

/** What a token vouches for. */
export interface TokenClaims {
  readonly call: CallId;
  readonly practice: PracticeId;
  readonly direction: "inbound" | "outbound";
  readonly from: string | null;
  readonly resumed: Resumed | null;
}

interface SignedClaims extends TokenClaims {
  readonly nonce: string;
  readonly expires: EpochMs;
}

export type TokenFault = "forged" | "expired" | "used";

/**
 * Tokens that let one media stream of one call in, once, within a minute. They are signed, not sealed: what is in them
 * came from the telephone company and goes back to it. Used tokens are remembered by the process that took them.
 */
export class StreamTokens {
  readonly #secret: string | Buffer;
  readonly #clock: Clock;
  readonly #used = new Map<string, EpochMs>();

  constructor(secret: string | Buffer, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
  }

  issue(claims: TokenClaims): string {
    const nonce = randomBytes(12).toString("base64url");
    const signed: SignedClaims = { ...claims, nonce, expires: this.#clock.now() + VALID_MS };
    const body = Buffer.from(JSON.stringify(signed)).toString("base64url");
    return `${body}.${this.#sign(body).toString("base64url")}`;
  }

  /** The claims of a token, the first time that it is shown; afterwards it is `used`. */
  take(token: string): TokenClaims | TokenFault {
    const claims = this.#verify(token);
    if (claims === null) return "forged";
    const now = this.#clock.now();
    if (claims.expires <= now) return "expired";
    if (this.#used.has(claims.nonce)) return "used";
    this.#forget(now);
    // A full memory must not let anybody in twice; the flood is refused instead.
    if (this.#used.size >= MAX_USED) return "used";
    this.#used.set(claims.nonce, claims.expires);
    return claims;
  }

  #verify(token: string): SignedClaims | null {
    const [body, signature, more] = token.split(".");
    if (body === undefined || signature === undefined || more !== undefined) return null;
    const given = Buffer.from(signature, "base64url");
    const due = this.#sign(body);
    if (given.length !== due.length || !timingSafeEqual(given, due)) return null;
    // Only we make bodies with our signature, so their content is what `issue` wrote.
    return JSON.parse(Buffer.from(body, "base64url").toString()) as SignedClaims;
  }

  #sign(body: string): Buffer {
    return createHmac("sha256", this.#secret).update(body).digest();
  }

  /** Entries are in the order of their expiry. */
  #forget(now: EpochMs): void {
    for (const [nonce, expires] of this.#used) {
      if (expires > now) return;
      this.#used.delete(nonce);
    }
  }
}
