import type { Mailer } from "../../ports/mailer.ts";
import type { Secret } from "../../ports/secret.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { resilience } from "../resilience/resilience.ts";
import { fixedSecret } from "../secrets/hidden-secret.ts";
import { mailLimits, smtpMailer } from "../smtp-mailer.ts";

/** The real client of a mail server, with less patience than usual; the emulated server greets after 100 ms. */
export function testMailer(server: Secret | string): Mailer {
  const telemetry = countingTelemetry();
  const parts = { service: "smtp", limits: mailLimits, clock: systemClock, telemetry };
  return smtpMailer({
    server: typeof server === "string" ? fixedSecret(server) : server,
    resilience: resilience(parts),
    patience: { connectMs: 400, answerMs: 400 },
  });
}
