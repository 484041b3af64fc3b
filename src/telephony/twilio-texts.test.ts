import { inspect } from "node:util";
import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { fixedSecret } from "../partners/secrets/hidden-secret.ts";
import { exampleText, textMessengerContract } from "../ports/text-messenger.contract.ts";
import { requestFaults } from "../sim/emulators/faults.ts";
import { testTwilio } from "./testing/test-twilio.ts";

textMessengerContract("Twilio", async () => {
  const world = await testTwilio();
  return {
    messenger: world.texts,
    arrived: async () => world.company.texts.map(({ from, to, body }) => ({ from, to, text: body })),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
});

test("a number whose owner wants no texts, and one that takes none, are answers", async () => {
  await using world = await testTwilio({ optedOut: ["+15035550123"], landlines: ["+15035550124"] });
  expect(await world.texts.send(exampleText)).toBe("optedOut");
  expect(await world.texts.send({ ...exampleText, to: hide("+15035550124") })).toBe("notTextable");
  expect(await world.texts.send({ ...exampleText, to: hide("555") })).toBe("notTextable");
});

test("a practice's number that is not the account's is for people to mend", async () => {
  await using world = await testTwilio();
  const sending = world.texts.send({ ...exampleText, from: "+15035550199" });
  await expect(sending).rejects.toMatchObject({ name: "WorldError", retryable: false, status: 400 });
});

test.each(requestFaults(60))("%j: the text may be sent again later, and then arrives once", async (fault) => {
  await using world = await testTwilio({ patienceMs: 300 });
  world.company.setFault(fault);
  const error = await world.texts.send(exampleText).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "WorldError", retryable: true });
  expect(inspect(error, { depth: 9 })).not.toContain("555");
  world.company.setFault(null);
  expect(await world.texts.send(exampleText)).toBe("sent");
  expect(world.company.texts).toHaveLength(1);
});

test("a text whose answer got lost is not sent again", async () => {
  await using world = await testTwilio();
  const looking = null;
  world.company.nextFaults(looking, "dropInTheMiddle");
  await expect(world.texts.send(exampleText)).rejects.toMatchObject({ retryable: true });
  expect(await world.texts.send(exampleText)).toBe("sent");
  expect(world.company.texts).toHaveLength(1);
});

test("an answer that is not the company's has sent nothing", async () => {
  await using world = await testTwilio();
  const looking = null;
  world.company.nextFaults(looking, "garbage");
  await expect(world.texts.send(exampleText)).rejects.toMatchObject({ retryable: true });
  expect(await world.texts.send(exampleText)).toBe("sent");
  expect(world.company.texts).toHaveLength(1);
});

test("a wrong token is for people to mend, is not shown, and costs no text", async () => {
  await using world = await testTwilio({}, fixedSecret("another token"));
  const error = await world.texts.send(exampleText).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ retryable: true, status: 401 });
  expect(inspect(error, { depth: 9 })).not.toContain("another token");
});
