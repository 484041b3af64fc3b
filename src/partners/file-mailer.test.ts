import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { mailerContract } from "../ports/mailer.contract.ts";
import { fileMailer } from "./file-mailer.ts";
import { arrivedMail } from "./testing/arrived-mail.ts";

mailerContract("files", {
  remembersIds: true,
  async open() {
    const directory = await mkdtemp(join(tmpdir(), "frontdesk-mail-"));
    const mailer = fileMailer(directory);
    return {
      mailer,
      async arrived() {
        const names = await readdir(directory);
        return Promise.all(
          names.map(async (name) => arrivedMail(await simpleParser(await readFile(join(directory, name))))),
        );
      },
      async [Symbol.asyncDispose]() {
        await mailer.close();
        await rm(directory, { recursive: true });
      },
    };
  },
});
