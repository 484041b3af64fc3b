import { expect, test } from "vitest";
import { OutboundAudio } from "./outbound-audio.ts";

/** Takes apart unmasked text messages with two bytes of length. */
function messagesIn(bytes: Buffer): string[] {
  const messages: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect([bytes[at], bytes[at + 1]]).toEqual([0x81, 126]);
    const length = bytes.readUInt16BE(at + 2);
    messages.push(bytes.toString("utf8", at + 4, at + 4 + length));
    at += 4 + length;
  }
  return messages;
}

test("every frame is a message of its own, with the sound of the frame", () => {
  const sound = Uint8Array.from({ length: 480 }, (_, i) => (i * 37) & 0xff);
  const messages = messagesIn(new OutboundAudio("MZ1").encode(sound));
  expect(messages.map((message) => JSON.parse(message))).toEqual(
    [0, 160, 320].map((at) => ({
      event: "media",
      streamSid: "MZ1",
      media: { payload: Buffer.from(sound.subarray(at, at + 160)).toString("base64") },
    })),
  );
});

test("the name of a stream is written as JSON", () => {
  const [message] = messagesIn(new OutboundAudio('a "quoted" stream').encode(new Uint8Array(160)));
  expect(JSON.parse(message as string).streamSid).toBe('a "quoted" stream');
});

test("what is no whole frame is not sent", () => {
  expect(new OutboundAudio("MZ1").encode(new Uint8Array(159))).toHaveLength(0);
});
