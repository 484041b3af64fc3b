import type { EmulatedAnswer } from "../faults.ts";
import { type Check, e164, firstRefusal, httpUrl, json, looksLike, needs, refused } from "./rest-answer.ts";
import type { TwilioCall } from "./twilio-call.ts";

const INVALID_PARAMETER = 20001;

const placing: readonly Check[] = [
  needs("To", 21201),
  needs("From", 21213),
  looksLike("To", e164, 21211),
  looksLike("From", e164, 21212),
  looksLike("Url", httpUrl, 21205),
  looksLike("StatusCallback", httpUrl, 21609),
  looksLike("Timeout", /^([1-9]|[1-9]\d|[1-5]\d\d|600)$/, INVALID_PARAMETER),
  looksLike("MachineDetection", /^(Enable|DetectMessageEnd)$/, INVALID_PARAMETER),
  looksLike("AsyncAmd", /^(true|false)$/, INVALID_PARAMETER),
  looksLike("AsyncAmdStatusCallback", httpUrl, INVALID_PARAMETER),
  (fields) =>
    fields.has("Url") !== fields.has("Twiml") ? null : refused(400, 21205, "Url or Twiml is required"),
];

/** Why a call cannot be placed like this; null when it can. `ours` are the account's numbers. */
export function callRefusal(fields: URLSearchParams, ours: readonly string[]): EmulatedAnswer | null {
  const refusal = firstRefusal(fields, placing);
  if (refusal !== null) return refusal;
  if (ours.includes(fields.get("From") ?? "")) return null;
  return refused(400, 21210, "From is not a number of this account");
}

/** An update of a call: other TwiML, or its end. */
export function updateCall(call: TwilioCall, fields: URLSearchParams): EmulatedAnswer {
  const [twiml, status] = [fields.get("Twiml"), fields.get("Status")];
  if (status !== null && status !== "completed" && status !== "canceled")
    return refused(400, INVALID_PARAMETER, "Status is not valid");
  if (call.isOver) return refused(400, 21220, "Call is not in-progress. Cannot redirect.");
  if (twiml !== null) void call.run(twiml);
  else if (status === "completed") void call.hangUp();
  else return refused(400, 21218, "Twiml, Url or Status is required");
  return json(200, callResource(call));
}

export function callResource({ sid, status, plan: { from, to, direction } }: TwilioCall): object {
  return { sid, status, from, to, direction, api_version: "2010-04-01" };
}
