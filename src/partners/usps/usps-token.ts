import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";

export interface UspsCredentials {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

interface Options extends UspsCredentials {
  readonly usps: Upstream;
  readonly clock: Pick<Clock, "now">;
}

interface Token {
  readonly text: string;
  readonly untilMs: number;
}

/** A token is not used for so long before its end, so that it is still good when it arrives. */
const MARGIN_MS = 60_000;
const doing = "getting an access token";

/** `expires_in` comes as a number or as its digits. */
const form = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** The access token of OAuth's client credentials: one for all who ask, until shortly before it expires. */
export class UspsToken {
  readonly #options: Options;
  #known: Token | null = null;
  #coming: Promise<Token> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  async current(): Promise<string> {
    if (this.#known !== null && this.#known.untilMs > this.#options.clock.now()) return this.#known.text;
    const coming = this.#coming ?? this.#ask();
    this.#coming = coming;
    try {
      this.#known = await coming;
      return this.#known.text;
    } finally {
      this.#coming = null;
    }
  }

  /** For a token that was refused: the next one who asks gets another. */
  forget(refused: string): void {
    if (this.#known?.text === refused) this.#known = null;
  }

  async #ask(): Promise<Token> {
    const { usps, clientId, clientSecret, clock } = this.#options;
    const grant = { grant_type: "client_credentials", client_id: clientId };
    const answer = await usps.request({
      doing,
      method: "POST",
      path: "/oauth2/v3/token",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...grant, client_secret: clientSecret.current() }),
    });
    const read = form.safeParse(answer.json());
    if (!read.success) throw new WorldError("usps", doing, { retryable: false });
    const { access_token: text, expires_in: seconds } = read.data;
    return { text, untilMs: clock.now() + seconds * 1000 - MARGIN_MS };
  }
}
