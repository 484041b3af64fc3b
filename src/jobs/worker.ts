import type { Job, JobResult } from "pg-boss";
import type { Database } from "../ledger/database.ts";
import type { Practices } from "../ledger/ledger-context.ts";
import { isText, type MailJob, mailQueue } from "../ledger/mail-jobs.ts";
import type { PgBossOutbox } from "../ledger/outbox.ts";
import { freedTime, type WaitlistJob, waitlistQueue } from "../ledger/waitlist-jobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Mailer } from "../ports/mailer.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import type { TextMessenger } from "../ports/text-messenger.ts";
import { WorldError } from "../ports/world-error.ts";
import { deliverMail } from "./deliver-mail.ts";
import { deliverText } from "./deliver-text.ts";
import { startUpkeep } from "./upkeep.ts";

export interface WorkerParts {
  readonly outbox: PgBossOutbox;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly mailer: Mailer;
  readonly messenger: TextMessenger;
  readonly practices: Practices;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** Handlers that are at work until `close`. */
export interface JobWorker extends AsyncDisposable {
  /** Takes no new job and waits for those in hand, at most ten seconds. */
  close(): Promise<void>;
}

/** A full batch is followed by the next at once, so that many messages do not wait for each other. */
const inBatches = { batchSize: 5, burstWhenBatchFull: true, perJobResults: true } as const;
const mailOptions = { ...inBatches, pollingIntervalSeconds: 1 } as const;
/** Nobody sits and waits for these. */
const waitlistOptions = { ...inBatches, pollingIntervalSeconds: 5 } as const;

/**
 * Carries out the jobs of the outbox. A job that fails comes again after 5, 10, 20 … seconds, at most an hour, twelve times,
 * and is then buried with its reason; one that can never succeed is buried at once. A job whose process died comes again
 * within a minute and a half.
 */
export async function startWorker(parts: WorkerParts): Promise<JobWorker> {
  const { boss } = parts.outbox;
  await boss.work<MailJob, JobResult[], typeof mailOptions>(mailQueue, mailOptions, (jobs) =>
    Promise.all(jobs.map((job) => outcomeOf(parts, job))),
  );
  await boss.work<WaitlistJob, JobResult[], typeof waitlistOptions>(waitlistQueue, waitlistOptions, (jobs) =>
    Promise.all(jobs.map((job) => outcomeOfOffer(parts.ledger, job))),
  );
  const stopUpkeep = startUpkeep(parts);
  let closing: Promise<void> | null = null;
  const close = () => {
    stopUpkeep();
    closing ??= Promise.all(
      [mailQueue, waitlistQueue].map((queue) => boss.offWork(queue, { wait: true })),
    ).then(() => {});
    return closing;
  };
  return { close, [Symbol.asyncDispose]: close };
}

async function sentMail(parts: WorkerParts, { id, data }: Job<MailJob>): Promise<"sent"> {
  await deliverMail(parts, id, data);
  return "sent";
}

async function outcomeOf(parts: WorkerParts, job: Job<MailJob>): Promise<JobResult> {
  const { log, meter } = parts.telemetry;
  const { data } = job;
  const byText = isText(data);
  const metric = byText ? "texts_sent_total" : "emails_sent_total";
  try {
    const outcome = byText ? await deliverText(parts, job.id, data) : await sentMail(parts, job);
    meter.count(metric, { outcome });
    return { id: job.id, status: "completed", output: { outcome } };
  } catch (error) {
    const forGood = error instanceof WorldError && !error.retryable;
    meter.count(metric, { outcome: forGood ? "refused" : "failed" });
    const fields = { job: job.id, byText, forGood, ...errorField(error) };
    log.warn("a message could not be sent", fields);
    return { id: job.id, status: forGood ? "deadletter" : "failed", output: { reason: reasonOf(error) } };
  }
}

async function outcomeOfOffer(ledger: Ledger, { id, data }: Job<WaitlistJob>): Promise<JobResult> {
  try {
    await ledger.offerFreed(data.practice, freedTime(data), id);
    return { id, status: "completed" };
  } catch (error) {
    return { id, status: "failed", output: { reason: reasonOf(error) } };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
