import type { TypedCall } from "./typed-call.ts";

/** What a cooperative new patient says to each purpose. */
export const answers: Readonly<Record<string, string>> = {
  howCanIHelp: "I'd like to book an appointment",
  "ask:complaint": "I have a sore throat",
  "ask:duration": "for two days",
  "ask:pain": "four",
  "ask:seenBefore": "no",
  "ask:name": "Maria Lopez",
  "ask:dateOfBirth": "March 5th 1985",
  "ask:payer": "Aetna",
  "ask:memberId": "W123456789",
  "ask:groupNumber": "there is none",
  "ask:address": "350 Oak Street, Portland, Oregon 97205",
  "ask:phone": "503 555 0123",
  "ask:email": "maria.lopez@example.com",
  "ask:doctor": "Dr. Garcia",
  offerTimes: "the first one",
  readBack: "yes",
  "ask:anythingElse": "no thanks",
};

/** Answers as above until the given purpose is what the agent wants; fails when it never comes. */
export async function answerUntil(call: TypedCall, purpose: string): Promise<TypedCall> {
  for (let turn = 0; turn < 40 && call.purpose !== purpose && call.end === null; turn++) {
    const answer = answers[call.purpose] ?? (call.purpose.startsWith("confirm:") ? "yes" : null);
    if (answer === null) throw new Error(`no answer is known to ${call.purpose}: ${call.said}`);
    await call.type(answer);
  }
  if (call.purpose !== purpose)
    throw new Error(`${purpose} never came; last was ${call.purpose}: ${call.said}`);
  return call;
}

/** A row is what the caller types and the purpose of what the agent says last; `#` before it are keys. */
export type Script = readonly (readonly [line: string, purpose: string])[];

/** Plays rows one after the other; returns the purposes that came, to be held against the script's. */
export async function play(call: TypedCall, script: Script): Promise<Script> {
  const played: [string, string][] = [];
  for (const [line] of script) {
    if (line === "…") await call.waits();
    else if (line.startsWith("#")) await call.press(line.slice(1));
    else await call.type(line);
    played.push([line, call.purpose]);
  }
  return played;
}
