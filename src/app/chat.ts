// npm run chat: the same conversation as on the telephone, typed.

import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Practice } from "../core/practice/practice.ts";
import { isE164 } from "../core/values/e164.ts";
import type { EpochMs } from "../core/values/ids.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";
import { openBackOffice } from "./back-office.ts";
import { ChatCall, ChatClock, type ChatReply } from "./chat-call.ts";
import { type ChatInput, readChatInput } from "./chat-input.ts";
import { openLanguageModel } from "./language-model.ts";
import { openLookUps } from "./look-ups.ts";
import { loadPractices, practiceNamed, withHolidays } from "./practices.ts";
import { runCommand } from "./run-command.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

const help = `Usage: npm run chat -- --practice clinic [options]

Talks with the agent in the terminal. At a terminal, type your answers; /keys 123 presses keys, /wait 10 is silent for
ten seconds, /bye hangs up. In a pipe, each line in is {"text": "…"}, {"keys": "…"}, {"wait": seconds} or
{"hangUp": true}, and each line out is {"text": …, "fields": …, "booking": …, "ended": …}; the first one is the greeting.

  --practice ID   whom to call (default: clinic)
  --from NUMBER   the number you call from, such as +15035550123 (default: withheld)
  --now TIME      the practice's local time, such as 2026-03-02T09:00 (default: now)
  --data DIR      where the database is (default: FRONTDESK_DATA, or ./data)
  --help          this`;

const flags = {
  practice: { type: "string", default: "clinic" },
  from: { type: "string" },
  now: { type: "string" },
  data: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) return console.log(help);
  const settings = readSettings({
    ...process.env,
    ...(values.data === undefined ? {} : { FRONTDESK_DATA: values.data }),
  });
  const written = await loadPractices(settings.FRONTDESK_PRACTICES);
  const called = practiceNamed(values.practice, written);
  const clock = new ChatClock(startOf(values.now, called), systemClock);
  const practices = withHolidays(written, clock.now());
  const practice = practices.get(called.id) ?? called;
  await using opened = new AsyncDisposableStack();
  const telemetry = opened.adopt(openTelemetry({ level: "error" }), (one) => one.close());
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const office = opened.use(
    await openBackOffice({
      dataDirectory: settings.FRONTDESK_DATA,
      databaseUrl: secrets.of("DATABASE_URL"),
      key: secrets.of("FRONTDESK_KEY"),
      lookUps: openLookUps({ settings, secrets, clock, telemetry }, opened),
      practices,
      clock,
      telemetry,
    }),
  );
  const from = numberOf(values.from);
  const { perform } = office;
  const asked = { settings, secrets, perform, clock: systemClock, telemetry };
  const assistance = await openLanguageModel(asked, opened);
  await converse(
    new ChatCall({ practice, perform, ...assistance, clock, callId: `chat-${randomUUID()}`, from }),
  );
}

function startOf(now: string | undefined, practice: Practice): EpochMs {
  if (now === undefined) return systemClock.now();
  try {
    return Temporal.PlainDateTime.from(now).toZonedDateTime(practice.timeZone).epochMilliseconds;
  } catch (cause) {
    throw new UsageError("--now must look like 2026-03-02T09:00", { cause });
  }
}

function numberOf(from: string | undefined): string | null {
  if (from === undefined) return null;
  if (!isE164(from)) throw new UsageError("--from must look like +15035550123");
  return from;
}

async function converse(call: ChatCall): Promise<void> {
  const terminal = process.stdin.isTTY === true;
  const show = terminal ? showToPerson : showAsJson;
  const lines = createInterface({
    input: process.stdin,
    ...(terminal ? { output: process.stdout, prompt: "you    " } : {}),
  });
  // Lines that come before anybody waits for them would be lost.
  const typed = lines[Symbol.asyncIterator]();
  show(await call.answer());
  if (terminal) lines.prompt();
  for await (const line of typed) {
    const input = terminal ? personInput(line) : readChatInput(line);
    if (line.trim() === "") continue;
    if (typeof input === "string") console.log(terminal ? input : JSON.stringify({ error: input }));
    else show(await carryOut(call, input));
    if (call.ended) break;
    if (terminal) lines.prompt();
  }
  lines.close();
  if (!call.ended) await call.hangUp();
}

function carryOut(call: ChatCall, input: ChatInput): Promise<ChatReply> {
  switch (input.kind) {
    case "text":
      return call.type(input.text);
    case "keys":
      return call.press(input.keys);
    case "wait":
      return call.wait(input.seconds * 1_000);
    case "hangUp":
      return call.hangUp();
  }
}

function personInput(line: string): ChatInput | string {
  const [command, rest = ""] = line.trim().split(/\s+/, 2);
  if (command === "/bye") return { kind: "hangUp" };
  if (command === "/keys") return readChatInput(JSON.stringify({ keys: rest }));
  if (command === "/wait") return readChatInput(JSON.stringify({ wait: Number(rest) }));
  return { kind: "text", text: line };
}

function showAsJson(reply: ChatReply): void {
  console.log(JSON.stringify(reply));
}

function showToPerson(reply: ChatReply): void {
  if (reply.text !== "") console.log(`\nagent  ${reply.text}\n`);
  if (reply.ended === null) return;
  console.log(`The call has ended (${reply.ended}).`);
  if (reply.booking !== null) console.log(`Booked ${reply.booking.confirmation}: ${reply.booking.summary}`);
}

await runCommand(main);
