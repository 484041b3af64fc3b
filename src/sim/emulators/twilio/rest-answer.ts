import type { EmulatedAnswer } from "../faults.ts";

export function json(status: number, body: object): EmulatedAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** A refusal in the service's form; codes are those of https://www.twilio.com/docs/api/errors. */
export function refused(status: number, code: number, message: string): EmulatedAnswer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return json(status, { code, message, more_info, status });
}

export const notFound = refused(404, 20404, "The requested resource was not found");

/** The fields of a form, checked one after the other; the first that is wrong refuses the order. */
export type Check = (fields: URLSearchParams) => EmulatedAnswer | null;

export function firstRefusal(fields: URLSearchParams, checks: readonly Check[]): EmulatedAnswer | null {
  for (const check of checks) {
    const refusal = check(fields);
    if (refusal !== null) return refusal;
  }
  return null;
}

export function needs(name: string, code: number): Check {
  return (fields) => ((fields.get(name) ?? "") === "" ? refused(400, code, `${name} is required`) : null);
}

/** Left out, it may be anything. */
export function looksLike(name: string, form: RegExp, code: number): Check {
  return (fields) => {
    const value = fields.get(name);
    return value === null || form.test(value) ? null : refused(400, code, `${name} is not valid`);
  };
}

export const e164 = /^\+[1-9]\d{6,14}$/;
export const httpUrl = /^https?:\/\/[^\s/]+/;
