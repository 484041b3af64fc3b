import { expect, test } from "vitest";
import { MediaClient } from "./testing/media-client.ts";
import { testTelephone } from "./testing/test-telephone.ts";

test("a bare start is enough for a call on an open line", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url("/line/test-clinic"));
  expect(await client.opened()).toBe(true);
  client.tell('{"event":"start"}');
  await client.until(() => client.count("media") > 0);
  client.tell({ event: "typed", text: "bye" });
  expect(await client.untilClosed()).toEqual({ code: 1000, reason: "" });
  // "hello" and "goodbye" at 60 ms a character.
  expect(client.heardBytes).toBe((5 + 7) * 480);
});
