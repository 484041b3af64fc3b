import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { liveEndpoint } from "../console/live-endpoint.ts";
import { localConsole } from "../console/local-console.ts";
import { booked, collected, history, initialCall, nextDeadline, step } from "../core/call/call.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { PracticeId } from "../core/values/ids.ts";
import { startWorker } from "../jobs/worker.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import {
  type Conversation,
  callRuntime,
  echoConversation,
  liveFeed,
  type Runtime,
  systemClock,
  warmUp,
} from "../runtime/runtime.ts";
import { type ExposedTelemetry, type LogDestination, openTelemetry } from "../telemetry/telemetry.ts";
import { type BackOffice, openBackOffice, type Store } from "./back-office.ts";
import { openLanguageModel } from "./language-model.ts";
import { listen } from "./listen.ts";
import { openLookUps } from "./look-ups.ts";
import { openMail } from "./mail.ts";
import { registerMetrics } from "./metrics-endpoint.ts";
import { loadPractices, withEcho, withHolidays } from "./practices.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { type LocalSpeech, openSpeech, type Speech } from "./speech.ts";
import { openTelephony } from "./telephony.ts";
import { openTexts, openTwilio } from "./twilio.ts";

const PAGE_DIRECTORY = join(import.meta.dirname, "..", "..", "dist", "console");
/** Calls in progress may finish for so long once the server is asked to stop. */
const DRAIN_MS = 30_000;

export interface Server {
  /** `http://127.0.0.1:3000/` */
  readonly url: string;
  readonly practices: readonly Practice[];
  readonly runtime: Runtime;
  readonly telemetry: ExposedTelemetry;
  /** Lets calls finish (at once when `drainMs` is 0), then closes everything. */
  close(drainMs?: number): Promise<void>;
}

export interface ServerOptions {
  /** Speech to use instead of the embedded one; closed with the server. */
  readonly speech?: Speech;
  /** What serves when no vendor of speech does, instead of the embedded parts; closed with the server. */
  readonly local?: LocalSpeech;
  /** Puts something before the ears of every call. */
  readonly hearing?: (recognizer: Recognizer) => Recognizer;
  /** Database to use instead of an own one. Whoever opened it closes it, and does the jobs in it. */
  readonly store?: Store;
  /** Where log lines go instead of stderr. */
  readonly logDestination?: LogDestination;
  /** Told of what takes longer than a moment at start. */
  readonly progress?: (line: string) => void;
}

/** Opens everything and listens. What fails on the way closes what was opened before. */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<Server> {
  await using opened = new AsyncDisposableStack();
  const telemetry = opened.adopt(telemetryOf(settings, options), (one) => one.close());
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const written = withHolidays(await loadPractices(settings.FRONTDESK_PRACTICES), systemClock.now());
  const production = settings.FRONTDESK_ENV === "production";
  const practices = production ? written : withEcho(written);
  const base = { settings, secrets, telemetry };
  const [office, speech] = await openBoth(
    opened,
    openBackOffice(
      {
        dataDirectory: settings.FRONTDESK_DATA,
        databaseUrl: secrets.of("DATABASE_URL"),
        key: secrets.of("FRONTDESK_KEY"),
        lookUps: openLookUps({ ...base, clock: systemClock }, opened),
        practices,
        clock: systemClock,
        telemetry,
      },
      options.store,
    ),
    options.speech ?? openSpeech({ ...base, practices: [...written.values()], ...options }),
  );
  const mail = opened.adopt(openMail(settings, secrets, telemetry), (one) => one.mailer.close());
  const twilio = openTwilio(base, opened);
  if (options.store === undefined) {
    const means = { mailer: mail.mailer, messenger: openTexts(settings, twilio) };
    opened.use(await startWorker({ ...office, ...means, practices, clock: systemClock, telemetry }));
  }
  const feed = liveFeed(systemClock, telemetry.log);
  const runtime = await openRuntime({ ...base, office, speech, feed, options }, opened);
  const app = fastify({ logger: false, trustProxy: false, bodyLimit: 64 * 1024 });
  opened.defer(() => app.close());
  const parts = { ...base, practices, runtime, twilio, app };
  opened.adopt(openTelephony({ ...parts, callStore: office.callStore, conversationOf }), (one) =>
    one.close(),
  );
  if (!production) opened.defer(await openConsole({ ...parts, office, feed, mail }));
  registerMetrics(app, telemetry, secrets.of("METRICS_TOKEN"));
  app.get("/health/live", async () => ({ live: true }));
  warmUpOnce(practices.values());
  const url = await listen(app, settings);

  const all = opened.move();
  return {
    url,
    practices: [...written.values()],
    runtime,
    telemetry,
    async close(drainMs = DRAIN_MS) {
      await runtime.calls.drain(drainMs);
      await all.disposeAsync();
    },
  };
}

interface RuntimeSources {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly telemetry: ExposedTelemetry;
  readonly office: BackOffice;
  readonly speech: Speech;
  readonly feed: ReturnType<typeof liveFeed>;
  readonly options: ServerOptions;
}

/** The calls of this server, which ask a language model where one is set. */
async function openRuntime(sources: RuntimeSources, opened: AsyncDisposableStack): Promise<Runtime> {
  const { settings, telemetry, office, speech, feed, options } = sources;
  const asked = { ...sources, perform: office.perform, clock: systemClock };
  return callRuntime({
    clock: systemClock,
    ...speech,
    recognizer: options.hearing?.(speech.recognizer) ?? speech.recognizer,
    ...office,
    ...(await openLanguageModel(asked, opened)),
    liveFeed: feed,
    telemetry,
    maxCalls: settings.MAX_CALLS,
  });
}

function telemetryOf({ LOG_LEVEL: level }: Settings, { logDestination }: ServerOptions): ExposedTelemetry {
  return openTelemetry({ level, ...(logDestination && { destination: logDestination, terminal: false }) });
}

/** Opens two slow things side by side. When one fails, the other is still waited for, so that it is closed too. */
async function openBoth<A extends AsyncDisposable, B extends AsyncDisposable>(
  opened: AsyncDisposableStack,
  first: A | Promise<A>,
  second: B | Promise<B>,
): Promise<[A, B]> {
  const settled = await Promise.allSettled([first, second] as const);
  for (const one of settled) if (one.status === "fulfilled") opened.use(one.value);
  const [a, b] = settled;
  if (a.status === "rejected") throw a.reason;
  if (b.status === "rejected") throw b.reason;
  return [a.value, b.value];
}

/** The conversation of a practice; `echo` is the diagnostic that says back what it hears. */
function conversationOf(practice: Practice): Conversation<unknown> {
  if (practice.id === "echo") return echoConversation;
  return { initial: initialCall(practice), step, nextDeadline, collected, history, booked };
}

/** Of this process, whose first server makes its code ready for the first caller. */
let isWarm = false;

function warmUpOnce(practices: Iterable<Practice>): void {
  if (!isWarm) for (const practice of practices) warmUp(conversationOf(practice));
  isWarm = true;
}

interface ConsoleParts {
  readonly app: FastifyInstance;
  readonly practices: ReadonlyMap<PracticeId, Practice>;
  readonly office: BackOffice;
  readonly feed: ReturnType<typeof liveFeed>;
  readonly mail: ReturnType<typeof openMail>;
}

/** The page, its API and the live feed, for this machine only. Returns how to close them. */
async function openConsole({ app, practices, office, feed, mail }: ConsoleParts): Promise<() => void> {
  const { ledger, callStore, messages } = office;
  const live = liveEndpoint(feed);
  app.server.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  await app.register(
    localConsole({
      practices: [...practices.values()],
      ledger,
      callStore,
      mailbox: mail.mailbox,
      messages,
      pageDirectory: PAGE_DIRECTORY,
    }),
  );
  return () => live.close();
}
