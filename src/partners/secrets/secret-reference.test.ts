import { expect, test } from "vitest";
import { secretReference } from "./secret-reference.ts";

test.each([
  ["file:/run/secrets/deepgram", "file", "/run/secrets/deepgram", null],
  ["file:/run/a#b", "file", "/run/a#b", null],
  ["aws:frontdesk/deepgram", "aws", "frontdesk/deepgram", null],
  ["aws:frontdesk#deepgram", "aws", "frontdesk", "deepgram"],
  [
    "aws:arn:aws:secretsmanager:us-east-1:123456789012:secret:frontdesk-a1b2c3#twilio",
    "aws",
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:frontdesk-a1b2c3",
    "twilio",
  ],
  ["vault:secret/clinic/frontdesk#deepgram", "vault", "secret/clinic/frontdesk", "deepgram"],
  ["azure:clinic-vault/deepgram-key", "azure", "clinic-vault/deepgram-key", null],
])("%s is kept in a store", (text, store, name, key) => {
  expect(secretReference(text)).toEqual({ kind: "stored", store, place: { name, key } });
});

test.each([
  ["0123456789abcdef", "0123456789abcdef"],
  ["smtp://user:password@mail.example.com:587", "smtp://user:password@mail.example.com:587"],
  ["k1:AAAA=", "k1:AAAA="],
  ["files:/run/x", "files:/run/x"],
  [":x", ":x"],
  ["plain:vault:AAAA=", "vault:AAAA="],
  ["plain:plain:x", "plain:x"],
  ["constructor:x", "constructor:x"],
])("%s is the value itself", (text, value) => {
  expect(secretReference(text)).toEqual({ kind: "value", text: value });
});

test.each([
  "file:relative/path",
  "file:",
  "aws:",
  "aws:name#",
  "aws:#key",
  "vault:secret/frontdesk",
  "vault:frontdesk#key",
  "vault:secret/#key",
  "vault:secret/frontdesk#",
  "azure:only-a-vault",
  "azure:vault/name#key",
  "azure:vault.example.com/name",
])("%s is neither, and its form is named instead of its text", (text) => {
  const read = secretReference(text);
  expect(read.kind).toBe("malformed");
  expect(JSON.stringify(read)).not.toContain("only-a-vault");
});
