import { expect, test } from "vitest";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { StreamTokens, type TokenClaims } from "./stream-token.ts";

const claims: TokenClaims = {
  call: "CA1",
  practice: "clinic",
  direction: "inbound",
  from: "+15035550123",
  resumed: null,
};

test("a token lets its call in, once", () => {
  const tokens = new StreamTokens("secret", new VirtualClock());
  const token = tokens.issue(claims);
  expect(tokens.take(token)).toMatchObject(claims);
  expect(tokens.take(token)).toBe("used");
});

test("two tokens of one call are two tokens", () => {
  const tokens = new StreamTokens("secret", new VirtualClock());
  const [first, second] = [tokens.issue(claims), tokens.issue(claims)];
  expect(tokens.take(first)).toMatchObject(claims);
  expect(tokens.take(second)).toMatchObject(claims);
});

test("a token is good for a minute", () => {
  const clock = new VirtualClock();
  const tokens = new StreamTokens("secret", clock);
  const [early, late] = [tokens.issue(claims), tokens.issue(claims)];
  clock.advance(59_999);
  expect(tokens.take(early)).toMatchObject(claims);
  clock.advance(1);
  expect(tokens.take(late)).toBe("expired");
});

test("what was not signed by us is forged", () => {
  const clock = new VirtualClock();
  const tokens = new StreamTokens("secret", clock);
  const token = tokens.issue(claims);
  const [body, signature] = token.split(".") as [string, string];
  const other = Buffer.from(JSON.stringify({ ...claims, call: "CA2", nonce: "n", expires: 9e15 })).toString(
    "base64url",
  );
  const forgeries = ["", ".", "x.y", body, `${other}.${signature}`, `${body}.${signature}.x`, `${body}.`];
  for (const forgery of [...forgeries, new StreamTokens("another", clock).issue(claims)])
    expect(tokens.take(forgery)).toBe("forged");
});

test("used tokens are forgotten when they have expired", () => {
  const clock = new VirtualClock();
  const tokens = new StreamTokens("secret", clock);
  for (let i = 0; i < 10_000; i++) tokens.take(tokens.issue(claims));
  // A flood within a minute is refused instead of being let in unseen.
  expect(tokens.take(tokens.issue(claims))).toBe("used");
  clock.advance(60_000);
  expect(tokens.take(tokens.issue(claims))).toMatchObject(claims);
});
