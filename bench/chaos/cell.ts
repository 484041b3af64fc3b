import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Server, startServer } from "../../src/app/server.ts";
import { readSettings } from "../../src/app/settings.ts";
import type { CallReport } from "../../src/sim/call-report.ts";
import type { Caller } from "../../src/sim/caller.ts";
import type { Fault } from "../../src/sim/emulators/faults.ts";
import { mediaBase } from "../../src/sim/media-base.ts";
import type { MediaCall } from "../../src/sim/media-client.ts";
import { type GradedCall, runCall } from "../../src/sim/run-call.ts";
import { asSomebodyElse, bystander, hasty } from "./callers.ts";
import type { Ground } from "./ground.ts";
import { quickTone } from "./quick-tone.ts";
import { TaggedSpeech, taggedRecognizer } from "./tagged-speech.ts";
import { waitUntil } from "./wait-until.ts";
import { waitsOf } from "./waits.ts";

export type Moment = "greeting" | "middle" | "commit";

/** An outside service that a server is started with, to be spoilt in the middle of a call. */
export interface Upstream {
  readonly name: string;
  /** What can be done to it. */
  readonly faults: readonly Fault[];
  /** Whose call needs it, and what they are asked when the call is in its middle. */
  readonly caller: Caller;
  readonly middle: string;
  /** It is used after the commit, by the jobs: the server does those of a database of its own, and asks where messages may go. */
  readonly afterwards?: boolean;
  /** Starts the service. `speech` is what callers' sound stands for. */
  open(speech: TaggedSpeech): Promise<OpenUpstream>;
}

export interface OpenUpstream extends AsyncDisposable {
  /** Settings of a server that uses it. */
  readonly settings: Readonly<Record<string, string>>;
  setFault(fault: Fault | null): void;
  /** Connections to it that stand. */
  sockets(): number;
  /** How its caller reaches the server, when not by the open line. */
  ring?(server: Server, caller: Caller): Promise<MediaCall>;
  /** Waits for what is to come when the service is well again, and says what is lost or doubled, one sentence each. */
  aftermath?(server: Server, report: CallReport): Promise<readonly string[]>;
}

export interface Cell {
  readonly upstream: Upstream;
  /** `null` = all goes well: what the others are held against. */
  readonly fault: Fault | null;
  readonly moment: Moment;
}

export interface CellReport {
  readonly report: CallReport;
  /** Of the caller's waits for the first sound of an answer, the greeting among them, the longest. */
  readonly longestWaitMs: number;
  /** The longest silence within an answer. */
  readonly longestSilenceMs: number;
  /** The longest time for which this process could do nothing. */
  readonly lateMs: number;
  /** Of the call beside it; null when the fault's moment did not come. */
  readonly beside: CallReport | null;
  /** What became of what was to be done after the call. */
  readonly aftermath: readonly string[];
  /** Bookings that the database has of the call; null where only the server has the database. */
  readonly bookings: number | null;
  /** Connections to the service that stand when the server is closed. */
  readonly socketsLeft: number;
  /** Held by nobody once the cell is over. */
  readonly server: WeakRef<Server>;
}

/** A connection that was closed is gone within so long. */
const CLOSED_WITHIN_MS = 5_000;

/** One whole call against a server of its own, with one service that fails from one moment on until its end. */
export async function runCell(cell: Cell, ground: Ground, seed: number): Promise<CellReport> {
  const { upstream } = cell;
  const speech = new TaggedSpeech(ground.clip);
  const late = monitorEventLoopDelay({ resolution: 10 });
  await using opened = await upstream.open(speech);
  const server = await serverFor(upstream, { opened, speech, ground });
  try {
    late.enable();
    const { main, beside } = await telephone(cell, { server, opened, speech, seed });
    late.disable();
    const { report } = main;
    opened.setFault(null);
    const aftermath = (await opened.aftermath?.(server, report)) ?? [];
    const bookings = upstream.afterwards === true ? null : await bookingsOf(ground, report.callId);
    await server.close(0);
    const socketsLeft = await leftOf(opened);
    const rest = { aftermath, bookings, socketsLeft, server: new WeakRef(server) };
    return { report, ...waitsOf(main), lateMs: Math.round(late.max / 1e6), beside, ...rest };
  } finally {
    await server.close(0);
  }
}

interface Scene {
  readonly server: Server;
  readonly opened: OpenUpstream;
  readonly speech: TaggedSpeech;
  readonly seed: number;
}

/** A server that uses the service. */
export async function serverFor(
  { afterwards = false }: Pick<Upstream, "afterwards">,
  { opened, speech, ground }: { opened: OpenUpstream; speech: TaggedSpeech; ground: Ground },
): Promise<Server> {
  const environment = {
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
    FRONTDESK_DATA: await (afterwards ? ground.folderWithDatabase() : ground.folder()),
    FRONTDESK_PRACTICES: afterwards ? ground.practices.messages : ground.practices.short,
    FRONTDESK_KEY: ground.key,
    ...opened.settings,
  };
  const local = { recognizer: taggedRecognizer(speech), synthesizer: quickTone() };
  const store = afterwards ? {} : { store: ground.store };
  return await startServer(readSettings(environment), { local, ...store });
}

/** The call, and one beside it that begins with the fault. */
async function telephone({ upstream, fault, moment }: Cell, { server, opened, speech, seed }: Scene) {
  const due = { greeting: null, middle: upstream.middle, commit: "readBack" }[moment];
  const base = mediaBase(server.url);
  const usual = { base, voices: speech, voice: "rob", manners: hasty };
  let beside: Promise<GradedCall> | null = null;
  const fail = () => {
    if (beside !== null) return;
    opened.setFault(fault);
    const other = asSomebodyElse(bystander, seed);
    beside = runCall({ ...usual, caller: other, seed: seed + 1, typed: true });
  };
  if (due === null) fail();
  const caller = asSomebodyElse(upstream.caller, seed);
  const main = await runCall({
    ...usual,
    caller,
    seed,
    ...(opened.ring !== undefined && { ring: () => (opened.ring as Ring)(server, caller) }),
    onMessage(message) {
      if (message.kind === "saying" && message.purpose === due) fail();
    },
  });
  return { main, beside: (await (beside as Promise<GradedCall> | null))?.report ?? null };
}

type Ring = NonNullable<OpenUpstream["ring"]>;

async function bookingsOf({ store }: Ground, call: string): Promise<number> {
  const found = await store.database.query("SELECT 1 FROM bookings WHERE call = $1", [call]);
  return found.length;
}

async function leftOf({ sockets }: OpenUpstream): Promise<number> {
  await waitUntil(() => sockets() === 0, CLOSED_WITHIN_MS);
  return sockets();
}

export function nameOf(fault: Fault | null): string {
  if (fault === null) return "none";
  return typeof fault === "string" ? fault : (Object.keys(fault)[0] ?? "");
}
