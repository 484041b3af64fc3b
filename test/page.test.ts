// Goal: what a newcomer does in the first minute works. Method: a real server with the embedded speech, a real browser, and a
// microphone that a simulated caller speaks into.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, startServer } from "../src/app/server.ts";
import { readSettings } from "../src/app/settings.ts";
import { decodeMulaw } from "../src/core/audio/mulaw.ts";
import { openVoices } from "../src/sim/voices/voices.ts";

const chromiumPath = process.env["CHROMIUM"];
if (chromiumPath === undefined && process.env["REQUIRE_SERVICES"] === "1")
  throw new Error("CHROMIUM must be the path of a browser");
const withBrowser = test.runIf(chromiumPath !== undefined);

let folder = "";
let server: Server;
let browser: Browser;
const log: string[] = [];

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  folder = await mkdtemp(join(tmpdir(), "frontdesk-page-"));
  const settings = readSettings({ PORT: "0", FRONTDESK_DATA: folder, LOG_LEVEL: "debug" });
  // The page is looked for when the server starts.
  const [, sound] = await Promise.all([
    build({ configFile: join(import.meta.dirname, "..", "vite.config.ts"), logLevel: "error" }),
    microphoneSound(),
  ]);
  await writeFile(join(folder, "microphone.wav"), sound);
  [server, browser] = await Promise.all([
    startServer(settings, { logDestination: { write: (line: string) => log.push(line) } }),
    chromium.launch({
      executablePath: chromiumPath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-audio-capture=${join(folder, "microphone.wav")}`,
      ],
    }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close(0);
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

withBrowser(
  "a booking is typed into the page, and its confirmation and mail are shown",
  { timeout: 120_000 },
  async () => {
    const page = await openPage();
    await page.getByRole("button", { name: "Call", exact: true }).click();
    await page.getByRole("button", { name: "Mute" }).click();
    const asked = new Set<string>();
    await answerUntilBooked(page, asked);
    expect(asked).toContain("May I have your first and last name");
    const confirmation = await page.locator(".confirmation").innerText();
    expect(confirmation).toMatch(/^[2-9A-Z]{6}$/);
    expect(await page.getByLabel("Collected").innerText()).toContain("Maria Lopez");
    const mail = page.getByLabel("Mail").getByRole("link").first();
    await mail.waitFor({ timeout: 20_000 });
    const response = await page.request.get(
      new URL((await mail.getAttribute("href")) ?? "", server.url).href,
    );
    expect(await response.text()).toContain(confirmation);
    await page.getByRole("button", { name: "Hang up" }).click();
    await page.getByRole("button", { name: "Call", exact: true }).waitFor();
    await page.getByRole("button", { name: "Desk" }).click();
    const sent = page.getByLabel("Messages").getByRole("row", { name: confirmation }).getByText("Sent");
    await sent.first().waitFor({ timeout: 20_000 });
    await page.close();
  },
);

withBrowser("what is said into the microphone is understood", { timeout: 120_000 }, async () => {
  const page = await openPage();
  await page.getByRole("button", { name: "Call", exact: true }).click();
  const collected = page.getByLabel("Collected");
  // Sound in real time suffers on a busy machine, so one word of the two will do.
  await expect.poll(() => collected.innerText(), { timeout: 80_000 }).toMatch(/sore|throat/i);
  await page.getByRole("button", { name: "Hang up" }).click();
  await page.close();
});

withBrowser("no word, name or number of the caller is in the log or in the metrics", async () => {
  const written = `${log.join("\n")}\n${await server.telemetry.expose()}`;
  expect(written).toContain("frontdesk_calls_total");
  for (const secret of ["Maria", "Lopez", "5550123", "555 0123", "throat", "Oak Street"])
    expect(written.toLowerCase()).not.toContain(secret.toLowerCase());
  // Short numbers are looked for as words of their own: a trace id or a sum of milliseconds may hold their digits by chance.
  for (const secret of ["97205", "1985-03-05", "350 Oak", "March 5"])
    expect(written).not.toMatch(new RegExp(`(?<![\\w.])${secret}(?![\\w.])`, "i"));
});

/** Answers whatever the page's agent asks, as Maria Lopez would, until a booking is shown. */
async function answerUntilBooked(page: Page, asked: Set<string>): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    const said = await lastSaid(page, turn);
    if (await page.locator(".confirmation").isVisible()) return;
    const [question, answer] = answers.find(([start]) => said.includes(start)) ?? ["", "yes"];
    asked.add(question);
    await page.getByLabel("Type instead of talking").fill(answer);
    await page.keyboard.press("Enter");
  }
  throw new Error(`There is no booking:\n${await page.locator(".conversation").innerText()}`);
}

const answers: readonly [question: string, answer: string][] = [
  ["How can I help", "I need to see a doctor about a sore throat that I have had for two days"],
  ["how bad is the pain", "four"],
  ["been to our clinic", "no"],
  ["May I have your first and last name", "Maria Lopez"],
  ["date of birth", "March 5th 1985"],
  ["insurance will you be using", "I'll pay myself"],
  ["home address", "350 Oak Street, Portland, Oregon 97205"],
  ["telephone number", "503 555 0123"],
  ["number can we reach", "503 555 0123"],
  ["phone number", "503 555 0123"],
  ["e-mail address", "maria.lopez@example.com"],
  ["Would you like to see Dr.", "anyone is fine"],
  ["Which one would you like", "the first one"],
];

/** The agent's newest words once they answer the caller's `turn` turns. */
async function lastSaid(page: Page, turn: number): Promise<string> {
  const answered = page.locator(`.conversation li.caller:not(.hearing) ~ li.agent`);
  const first = page.locator(".conversation li.agent");
  const callers = page.locator(".conversation li.caller:not(.hearing)");
  await expect.poll(() => callers.count(), { timeout: 10_000 }).toBe(turn);
  await (turn === 0
    ? first.nth(1)
    : callers.last().locator("xpath=following-sibling::li[@class='agent']").last()
  ).waitFor();
  return (turn === 0 ? first : answered).last().innerText();
}

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  page.on("pageerror", (error) => expect.unreachable(`the page broke: ${error.message}`));
  await page.goto(`${server.url}?practice=clinic`);
  return page;
}

/** Nine seconds of listening to the greeting, then one sentence, as 16-bit sound; the browser plays it again and again. */
async function microphoneSound(): Promise<Buffer> {
  const voices = openVoices();
  const mulaw = await voices
    .say("I have had a sore throat for three days.", "rob")
    .finally(() => voices.close());
  const quiet = 9 * 8000;
  const samples = new Int16Array(quiet + mulaw.length + quiet);
  decodeMulaw(mulaw, samples.subarray(quiet));
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
