import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { Refused } from "./incoming-call.ts";

/** Where the telephone company finds us, and how it recognises a stream. */
export interface StreamTarget {
  /** `wss://…/twilio/media` */
  readonly mediaUrl: string;
  readonly token: string;
  /** Asked when the stream is over, for whatever reason. */
  readonly resumeUrl: string;
}

const sentences = {
  busy: "All of our lines are busy just now. Please call again in a few minutes. Goodbye.",
  callerLimit:
    "There are too many calls from your number just now. Please call again in a few minutes. Goodbye.",
  draining: "We cannot take your call just now. Please call again in a minute. Goodbye.",
  unknownNumber: "This number is not in service. Goodbye.",
  unavailable: "We cannot take your call just now. Please call again later. Goodbye.",
} as const;

export type SpokenEnd = keyof typeof sentences;

/** What a caller hears whose call is not taken. */
export function spokenRefusal(refused: Refused): SpokenEnd {
  return refused === "unknownPractice" || refused === "taken" ? "unavailable" : refused;
}

/** Connects the call's audio; the verb after it runs when the stream ends in any way. */
export function connectTwiml({ mediaUrl, token, resumeUrl }: StreamTarget): string {
  const response = new VoiceResponse();
  response.connect().stream({ url: mediaUrl }).parameter({ name: "token", value: token });
  response.redirect({ method: "POST" }, resumeUrl);
  return response.toString();
}

export function sayTwiml(sentence: SpokenEnd): string {
  const response = new VoiceResponse();
  response.say(sentences[sentence]);
  response.hangup();
  return response.toString();
}

/** Rings a person; `dialledUrl` is asked how it went. */
export function dialTwiml(to: string, dialledUrl: string): string {
  const response = new VoiceResponse();
  response.dial({ action: dialledUrl, method: "POST", timeout: 25, answerOnBridge: true }, to);
  return response.toString();
}

export function hangUpTwiml(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}
