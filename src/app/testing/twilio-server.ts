import { preparedFolder } from "../../ledger/testing/test-database.ts";
import type { Recognizer } from "../../ports/recognizer.ts";
import { startTwilio, type TwilioOptions } from "../../sim/emulators/twilio/twilio.ts";
import type { TwilioCall } from "../../sim/emulators/twilio/twilio-call.ts";
import { toneSynthesizer } from "../../speech/tone-synthesizer.ts";
import { startServer } from "../server.ts";
import { readSettings } from "../settings.ts";

const publicUrl = "https://phone.example.com";
const clinicNumber = "+15035550100";
const account = {
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "token of the tests",
  numbers: [clinicNumber],
};

interface Options {
  readonly recognizer: Recognizer;
  /** The folder of the practice files; that of the project when left out. */
  readonly practices?: string;
  readonly company?: Partial<TwilioOptions>;
}

/** A whole server, as in production, on the line of the emulated telephone company. What it says is short tones. */
export async function twilioServer({ recognizer, practices, company: far = {} }: Options) {
  await using opened = new AsyncDisposableStack();
  const { path } = opened.use(await preparedFolder());
  let ours = "";
  /** As a tunnel leads from the public address to this machine. */
  const route = (url: string) =>
    url
      .replace(`${publicUrl}/`, ours)
      .replace(`${publicUrl}/`.replace("http", "ws"), ours.replace("http", "ws"));
  const company = opened.use(await startTwilio({ ...account, route, ...far }));
  const settings = readSettings({
    FRONTDESK_ENV: "production",
    FRONTDESK_KEY: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    FRONTDESK_DATA: path,
    ...(practices !== undefined && { FRONTDESK_PRACTICES: practices }),
    PORT: "0",
    LOG_LEVEL: "error",
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_URL: company.address,
  });
  const synthesizer = toneSynthesizer({ msPerCharacter: 1 });
  const speech = { recognizer, synthesizer, [Symbol.asyncDispose]: async () => {} };
  const server = opened.adopt(await startServer(settings, { speech }), (one) => one.close(0));
  ours = server.url;
  const all = opened.move();
  return {
    company,
    server,
    /** Somebody rings the clinic. */
    called(): TwilioCall {
      const urls = { voiceUrl: `${publicUrl}/twilio/voice`, statusUrl: `${publicUrl}/twilio/status` };
      return company.ring("+15035550123", clinicNumber, urls);
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
