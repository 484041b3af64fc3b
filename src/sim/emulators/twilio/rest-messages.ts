import { randomBytes } from "node:crypto";
import type { EmulatedAnswer } from "../faults.ts";
import { type Check, e164, firstRefusal, json, looksLike, needs, refused } from "./rest-answer.ts";

/** A text that the telephone company has taken. */
export interface TakenText {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: string;
  readonly date_created: string;
}

const LONGEST = 1_600;
const MOST_IN_ONE_PAGE = 1_000;

const sending: readonly Check[] = [
  needs("To", 21604),
  needs("From", 21603),
  needs("Body", 21602),
  looksLike("To", e164, 21211),
  (fields) =>
    (fields.get("Body") ?? "").length <= LONGEST
      ? null
      : refused(400, 21617, "The concatenated message body exceeds the 1600 character limit"),
];

export interface TextLimits {
  /** The account's own numbers. */
  readonly ours: readonly string[];
  /** Numbers whose owners have answered STOP. */
  readonly optedOut: ReadonlySet<string>;
  readonly landlines: ReadonlySet<string>;
}

/** Takes texts and lists them, newest first. */
export class Texts {
  readonly taken: TakenText[] = [];
  readonly #limits: TextLimits;

  constructor(limits: TextLimits) {
    this.#limits = limits;
  }

  send(fields: URLSearchParams): EmulatedAnswer {
    const refusal = firstRefusal(fields, sending);
    if (refusal !== null) return refusal;
    const { ours, optedOut, landlines } = this.#limits;
    const [from, to, body] = [fields.get("From") ?? "", fields.get("To") ?? "", fields.get("Body") ?? ""];
    if (!ours.includes(from)) return refused(400, 21606, "From is not a number of this account");
    if (optedOut.has(to)) return refused(400, 21610, "Attempt to send to unsubscribed recipient");
    if (landlines.has(to)) return refused(400, 21614, "To is not a mobile number");
    const sid = `SM${randomBytes(16).toString("hex")}`;
    const date_created = new Date().toUTCString();
    const text = { sid, from, to, body, status: "queued", date_created };
    this.taken.unshift(text);
    return json(201, text);
  }

  list(query: URLSearchParams): EmulatedAnswer {
    const [from, to, size] = [query.get("From"), query.get("To"), Number(query.get("PageSize") ?? "50")];
    if (!(size >= 1 && size <= MOST_IN_ONE_PAGE)) return refused(400, 20001, "PageSize is not valid");
    const found = this.taken.filter(
      (text) => (from === null || text.from === from) && (to === null || text.to === to),
    );
    return json(200, { messages: found.slice(0, size), page: 0, page_size: size, next_page_uri: null });
  }
}
