import fc from "fast-check";
import twilioWebhooks from "twilio/lib/webhooks/webhooks.js";
import { expect, test } from "vitest";
import { signatureOf } from "./signed-webhook.ts";

test("whatever is signed, the company's own library takes the signature for true, and no other", () => {
  const parameters = fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,12}$/), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), parameters, (url, given) => {
      const signature = signatureOf("token", url, given);
      expect(twilioWebhooks.validateRequest("token", signature, url, given)).toBe(true);
      expect(twilioWebhooks.validateRequest("another", signature, url, given)).toBe(false);
    }),
  );
});
