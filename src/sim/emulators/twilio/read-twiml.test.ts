import { expect, test } from "vitest";
import { connectTwiml, dialTwiml, hangUpTwiml, sayTwiml } from "../../../telephony/twiml.ts";
import { readTwiml, type Verb } from "./read-twiml.ts";

const stream = { mediaUrl: "wss://phone.example.com/twilio/media", token: "a&b", resumeUrl: "https://r" };

test.each<[what: string, twiml: string, verbs: readonly Verb[]]>([
  [
    "a stream and what follows it",
    connectTwiml(stream),
    [
      { kind: "stream", url: stream.mediaUrl, parameters: { token: "a&b" } },
      { kind: "redirect", url: "https://r" },
    ],
  ],
  [
    "a person who is rung",
    dialTwiml("+15035550199", "https://d"),
    [{ kind: "dial", number: "+15035550199", action: "https://d" }],
  ],
  ["an end", hangUpTwiml(), [{ kind: "hangUp" }]],
])("%s", (_what, twiml, verbs) => expect(readTwiml(twiml)).toEqual(verbs));

test("a sentence is said before the end", () => {
  expect(readTwiml(sayTwiml("busy")).map(({ kind }) => kind)).toEqual(["say", "hangUp"]);
});

test.each([
  "",
  "<Response>",
  "<Say>hello</Say>",
  "<Response><Sing/></Response>",
  "<Response></Say></Response>",
])("'%s' is no TwiML that can be carried out", (twiml) => expect(() => readTwiml(twiml)).toThrow());
