import type { Server } from "../../../src/app/server.ts";
import type { CallReport } from "../../../src/sim/call-report.ts";
import { requestFaults } from "../../../src/sim/emulators/faults.ts";
import { type SmtpEmulator, startSmtp } from "../../../src/sim/emulators/smtp.ts";
import { wantsMail } from "../callers.ts";
import type { Upstream } from "../cell.ts";
import { arrivalFaults } from "./arrivals.ts";
import { KEY, upstreamOf } from "./emulated.ts";

/** The mail server: when it is well again each mail about the booking arrives, once. */
export const mailUpstream: Upstream = {
  name: "smtp",
  faults: [...requestFaults(1), { slowMs: 3_000 }],
  caller: wantsMail,
  middle: "ask:name",
  afterwards: true,
  async open() {
    const emulator = await startSmtp({ login: { user: "frontdesk", password: KEY } });
    const aftermath = (server: Server, report: CallReport) => mailFaults(emulator, server, report);
    return upstreamOf(emulator, { SMTP_URL: emulator.url }, { aftermath });
  },
};

async function mailFaults({ messages }: SmtpEmulator, { practices }: Server, { booking }: CallReport) {
  if (booking === null) return [];
  const staff = practices.find(({ id }) => id === booking.practice)?.email.staff ?? [];
  const person = booking.details.email === null ? [] : [booking.details.email];
  return await arrivalFaults("mail", [...staff, ...person], () => messages.map(recipientOf));
}

function recipientOf(message: string): string {
  return /^To: (?:.*<)?([^\s<>]+@[^\s<>]+)/im.exec(message)?.[1] ?? "";
}
