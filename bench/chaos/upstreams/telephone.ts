import type { CallReport } from "../../../src/sim/call-report.ts";
import { startTwilio, type TwilioEmulator } from "../../../src/sim/emulators/twilio/twilio.ts";
import { mediaBase } from "../../../src/sim/media-base.ts";
import { wantsPersonToo } from "../callers.ts";
import type { Upstream } from "../cell.ts";
import { arrivalFaults } from "./arrivals.ts";
import { answerFaults, KEY, upstreamOf } from "./emulated.ts";

const publicUrl = "https://phone.example.com";
const account = { accountSid: `AC${"0".repeat(32)}`, authToken: KEY, numbers: ["+15035550100"] };
const person = "+15035550199";

/**
 * The telephone company, which the call comes from: the caller is put through once or gets a ticket, and the text about the booking
 * arrives, once, when the company is well again.
 */
export const telephoneUpstream: Upstream = {
  name: "twilio",
  faults: [...answerFaults, "duplicate"],
  caller: wantsPersonToo,
  middle: "ask:name",
  afterwards: true,
  async open() {
    let ours = "";
    /** As a tunnel leads from the public address to this machine. */
    const route = (url: string) =>
      url
        .replace(`${publicUrl}/`, ours)
        .replace(`${publicUrl}/`.replace("http", "ws"), `${mediaBase(ours)}/`);
    const company = await startTwilio({ ...account, route });
    const settings = {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_URL: company.address,
    };
    return upstreamOf(company, settings, {
      async ring(server, { truth }) {
        ours = server.url;
        const webhooks = { voiceUrl: `${publicUrl}/twilio/voice`, statusUrl: `${publicUrl}/twilio/status` };
        return await company.ring(truth.phone, account.numbers[0] ?? "", webhooks).stream();
      },
      aftermath: (_server, report) => companyFaults(company, report),
    });
  },
};

async function companyFaults({ calls, texts }: TwilioEmulator, { booking, turns, ended }: CallReport) {
  const times = calls.flatMap(({ dialled }) => dialled).filter((number) => number === person).length;
  const transferFaults = [
    ...(times > 1 ? ["The caller was put through twice."] : []),
    ...(ended === "transferred" && times === 0 ? ["The caller was put through to nobody."] : []),
  ];
  const agreed = turns.some(({ purpose }) => purpose === "ask:texts");
  if (booking?.details.phone == null || !agreed) return [...transferFaults, "Nobody was asked about texts."];
  const textFaults = await arrivalFaults("text", [booking.details.phone], () => texts.map(({ to }) => to));
  return [...transferFaults, ...textFaults];
}
