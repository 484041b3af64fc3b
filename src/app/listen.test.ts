import fastify from "fastify";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";
import { readSettings } from "./settings.ts";

test("a free port is found and told", async () => {
  await using app = fastify();
  expect(await listen(app, readSettings({ PORT: "0" }))).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test("a port that is taken is a setting to mend", async () => {
  await using app = fastify();
  const { port } = new URL(await listen(app, readSettings({ PORT: "0" })));
  await using second = fastify();
  await expect(listen(second, readSettings({ PORT: port }))).rejects.toMatchObject({
    faults: [expect.stringContaining(`PORT: ${port} is taken at 127.0.0.1; stop what listens there`)],
  });
});

test("so is an address that belongs to another machine", async () => {
  await using app = fastify();
  await expect(listen(app, readSettings({ PORT: "0", HOST: "192.0.2.1" }))).rejects.toMatchObject({
    faults: [expect.stringContaining("HOST: 192.0.2.1 is no address of this machine")],
  });
});
