import { startServer } from "../../src/app/server.ts";
import { readSettings } from "../../src/app/settings.ts";
import type { CallReport } from "../../src/sim/call-report.ts";
import type { Caller } from "../../src/sim/caller.ts";
import type { Fault } from "../../src/sim/emulators/faults.ts";
import { mediaBase } from "../../src/sim/media-base.ts";
import { runCall } from "../../src/sim/run-call.ts";
import { toneSynthesizer } from "../../src/speech/tone-synthesizer.ts";
import type { Ground } from "./ground.ts";
import { TaggedSpeech, taggedRecognizer } from "./tagged-speech.ts";

export type Moment = "greeting" | "middle" | "commit";

/** An outside service that a server is started with, to be spoilt in the middle of a call. */
export interface Upstream {
  readonly name: string;
  /** What can be done to it. */
  readonly faults: readonly Fault[];
  /** Whose call needs it, and what they are asked when the call is in its middle. */
  readonly caller: Caller;
  readonly middle: string;
  /** Starts the service. `speech` is what callers' sound stands for. */
  open(speech: TaggedSpeech): Promise<OpenUpstream>;
}

export interface OpenUpstream extends AsyncDisposable {
  /** Settings of a server that uses it. */
  readonly settings: Readonly<Record<string, string>>;
  setFault(fault: Fault | null): void;
}

export interface Cell {
  readonly upstream: Upstream;
  /** `null` = all goes well: what the others are held against. */
  readonly fault: Fault | null;
  readonly moment: Moment;
}

export interface CellReport {
  readonly upstream: string;
  readonly fault: string;
  readonly moment: Moment;
  readonly report: CallReport;
}

/** One whole call against a server of its own, with one service that fails from one moment on until the end. */
export async function runCell(
  { upstream, fault, moment }: Cell,
  ground: Ground,
  seed: number,
): Promise<CellReport> {
  const speech = new TaggedSpeech(ground.clip);
  await using opened = await upstream.open(speech);
  const environment = {
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
    FRONTDESK_DATA: await ground.folder(),
    FRONTDESK_KEY: ground.key,
    ...opened.settings,
  };
  const local = { recognizer: taggedRecognizer(speech), synthesizer: toneSynthesizer({ msPerCharacter: 4 }) };
  const server = await startServer(readSettings(environment), { store: ground.store, local });
  try {
    const due = { greeting: null, middle: upstream.middle, commit: "readBack" }[moment];
    if (due === null) opened.setFault(fault);
    const { report } = await runCall({
      caller: callerNumber(upstream.caller, seed),
      base: mediaBase(server.url),
      voices: speech,
      voice: "rob",
      seed,
      onMessage: (message) => {
        if (message.kind === "saying" && message.purpose === due) opened.setFault(fault);
      },
    });
    return { upstream: upstream.name, fault: nameOf(fault), moment, report };
  } finally {
    await server.close(0);
  }
}

/** People of a run are different people: each has a number and a birthday of their own. */
export function callerNumber(caller: Caller, seed: number): Caller {
  const number = 100 + (seed % 100);
  const area = 201 + Math.floor(seed / 100);
  const born = Temporal.PlainDate.from(caller.truth.dateOfBirth).subtract({ days: seed });
  return {
    ...caller,
    truth: { ...caller.truth, phone: `+1${area}5550${number}`, dateOfBirth: born.toString() },
  };
}

export function nameOf(fault: Fault | null): string {
  if (fault === null) return "none";
  return typeof fault === "string" ? fault : (Object.keys(fault)[0] ?? "");
}
