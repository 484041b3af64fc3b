import { setTimeout as pause } from "node:timers/promises";
// What calls are like with services of realistic delays, and how much of the delay is ours.

import { parseArgs } from "node:util";
import { type Server, startServer } from "../src/app/server.ts";
import { readSettings } from "../src/app/settings.ts";
import type { Synthesizer } from "../src/ports/synthesizer.ts";
import type { CallReport } from "../src/sim/call-report.ts";
import { severalAnswers } from "../src/sim/callers/several-answers.ts";
import { type DeepgramEmulator, startDeepgram } from "../src/sim/emulators/deepgram.ts";
import { mediaBase } from "../src/sim/media-base.ts";
import { runCall } from "../src/sim/run-call.ts";
import { toneSynthesizer } from "../src/speech/tone-synthesizer.ts";
import { asSomebodyElse } from "./chaos/callers.ts";
import { openGround } from "./chaos/ground.ts";
import { TaggedSpeech, taggedRecognizer } from "./chaos/tagged-speech.ts";
import { p50p95p99, round, tableLines } from "./load/figures.ts";
import { sharesOf, type Timeline } from "./vendors/shares.ts";

const help = `Usage: npm run bench -- vendors [--calls 20] [--parallel 5] [--json]

Makes whole calls with sound against an emulated Deepgram with the delays of the real one (words 250 ms after the end of a stretch of
sound, first sound of a voice 150 ms after the order), and tells apart in each gap before an answer what was patience, what was the
service's and what was ours. Then it makes as many calls while the recognition service drops every connection again and again. Money is
counted at list prices: recognition $0.0077 a minute of the call, a voice $0.030 for 1,000 characters.`;

const delays = { wordsMs: 250, firstSoundMs: 150 };
const prices = { recognitionPerMinute: 0.0077, voicePerCharacter: 0.03 / 1000 };
/** The voice is faster than speech, so that the bench is; money is counted as at the pace of speech. */
const MS_PER_CHARACTER = 20;
const SPEECH_MS_PER_CHARACTER = 65;
const DROP_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 5;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "20" },
      parallel: { type: "string", default: "5" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  await using scene = await openScene();
  const figures = await measure(scene, Number(values.calls), Number(values.parallel));
  if (values.json) console.log(JSON.stringify(figures));
  else for (const line of table(figures)) console.log(line);
}

/** A server whose ears and voice are the emulated service, and what there is to see of both. */
async function openScene() {
  await using opened = new AsyncDisposableStack();
  const ground = opened.use(await openGround());
  const speech = new TaggedSpeech(ground.clip);
  const spoken = countingVoice(MS_PER_CHARACTER);
  const hear = async (sound: Uint8Array) => speech.wordsIn(sound);
  const service = opened.use(await startDeepgram({ key: "k", hear, voice: spoken.voice, delays }));
  const settings = readSettings({
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
    FRONTDESK_DATA: await ground.folder(),
    FRONTDESK_KEY: ground.key,
    DEEPGRAM_API_KEY: "k",
    DEEPGRAM_URL: service.address,
  });
  const local = { recognizer: taggedRecognizer(speech), synthesizer: toneSynthesizer() };
  const server = await startServer(settings, { store: ground.store, local });
  opened.defer(() => server.close(0));
  const all = opened.move();
  return { speech, spoken, service, server, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

type Scene = Awaited<ReturnType<typeof openScene>>;

/** A voice that counts what it is told to say. */
function countingVoice(msPerCharacter: number) {
  const inner = toneSynthesizer({ msPerCharacter });
  const spoken = { characters: 0, voice: inner };
  const voice: Synthesizer = {
    ...inner,
    speak(text, options) {
      spoken.characters += text.reveal().length;
      return inner.speak(text, options);
    },
  };
  return Object.assign(spoken, { voice });
}

async function measure(scene: Scene, calls: number, parallel: number) {
  const { server, service, spoken } = scene;
  const before = { pieces: await piecesOf(server), characters: spoken.characters, visits: visitsOf(service) };
  const quiet = await makeCalls(scene, { calls, parallel, from: 1 });
  const pieces = await piecesOf(server);
  const visits = visitsOf(service);
  const characters = spoken.characters - before.characters;
  const timelines = await Promise.all(quiet.map(({ callId }) => timelinesOf(server, callId)));
  const drops = await whileDropping(scene, () => makeCalls(scene, { calls, parallel, from: calls + 1 }));
  const minutes = quiet.reduce((sum, report) => sum + minutesOf(report), 0);
  const shares = timelines.flat().flatMap((timeline) => sharesOf(timeline, delays) ?? []);
  const atHand = pieces.atHand - before.pieces.atHand;
  return {
    calls,
    gapMs: p50p95p99(quiet.flatMap(gapsOf)),
    patienceMs: p50p95p99(shares.map(({ patienceMs }) => patienceMs)),
    ownMs: p50p95p99(shares.map(({ ownMs }) => ownMs)),
    hearingMs: p50p95p99(shares.map(({ hearingMs }) => hearingMs)),
    decidingMs: p50p95p99(shares.map(({ decidingMs }) => decidingMs)),
    answeringMs: p50p95p99(shares.map(({ answeringMs }) => answeringMs)),
    turns: shares.length,
    served: quiet.filter(({ passed }) => passed).length,
    promptPiecesAtHand: round(atHand / (atHand + pieces.made - before.pieces.made), 3),
    socketsPer100Calls: round((100 * (visits - before.visits)) / calls, 0),
    dollarsAMinute: round(prices.recognitionPerMinute + (characters * prices.voicePerCharacter) / minutes, 4),
    drops: {
      times: drops.recoveriesMs.length,
      servedThen: drops.result.filter(({ passed }) => passed).length,
      turnsLost: drops.result.flatMap(({ turns }) => turns).filter(({ heard }) => heard === null).length,
      turns: drops.result.flatMap(({ turns }) => turns).length,
      recoveryMs: p50p95p99(drops.recoveriesMs),
    },
  };
}

interface CallsWanted {
  readonly calls: number;
  readonly parallel: number;
  /** Seed of the first; each has the next. */
  readonly from: number;
}

async function makeCalls(
  scene: Scene,
  { calls, parallel, from }: CallsWanted,
): Promise<readonly CallReport[]> {
  const base = mediaBase(scene.server.url);
  const reports: CallReport[] = [];
  const seeds = Array.from({ length: calls }, (_, index) => from + index).values();
  const work = async () => {
    for (const seed of seeds) {
      const caller = asSomebodyElse(severalAnswers, seed);
      const { report } = await runCall({ caller, base, voices: scene.speech, voice: "rob", seed });
      reports.push(report);
      process.stderr.write(`${reports.length} of ${calls} calls\n`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return reports;
}

/** Breaks all streams of recognition off every few seconds, and looks how long they are missing. */
async function whileDropping<T>({ server, service }: Scene, work: () => Promise<T>) {
  const recoveriesMs: number[] = [];
  let over = false;
  const open = () => service.listen.visits.filter((visit) => visit.open).length;
  const dropping = async () => {
    while (!over) {
      await pause(DROP_EVERY_MS);
      const [wanted, calls] = [open(), server.runtime.calls.count];
      if (over || wanted === 0) continue;
      const startedMs = performance.now();
      service.listen.drop();
      await pause(LOOK_EVERY_MS);
      while (!over && open() < wanted && performance.now() - startedMs < DROP_EVERY_MS)
        await pause(LOOK_EVERY_MS);
      // A call that ended meanwhile wants no stream any more.
      if (server.runtime.calls.count >= calls) recoveriesMs.push(performance.now() - startedMs);
    }
  };
  const dropped = dropping();
  const result = await work();
  over = true;
  await dropped;
  return { result, recoveriesMs };
}

/** How long the call would take at the pace of speech. */
function minutesOf({ seconds, turns }: CallReport): number {
  const said = turns.reduce((sum, { asked }) => sum + asked.length, 0);
  return (seconds + (said * (SPEECH_MS_PER_CHARACTER - MS_PER_CHARACTER)) / 1000) / 60;
}

const gapsOf = ({ turns }: CallReport) => turns.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs]));
const visitsOf = ({ listen, speak }: DeepgramEmulator) => listen.visits.length + speak.visits.length;

/** Pieces of prompts so far, by whether their sound was at hand. */
async function piecesOf({ telemetry }: Server) {
  const text = await telemetry.expose();
  const count = (sound: string) =>
    Number(new RegExp(`frontdesk_prompt_pieces_total\\{sound="${sound}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  return { atHand: count("atHand"), made: count("made") };
}

async function timelinesOf({ url }: Server, call: string): Promise<readonly Timeline[]> {
  const response = await fetch(new URL(`api/calls/${call}`, url));
  return ((await response.json()) as { readonly timelines: readonly Timeline[] }).timelines;
}

function table(figures: Awaited<ReturnType<typeof measure>>): readonly string[] {
  const spread = ({ p50, p95 }: { p50: number; p95: number }) => `${p50} / ${p95} ms`;
  const { drops } = figures;
  return tableLines([
    [`${figures.calls} calls, ${figures.turns} turns`, "measured", "limit"],
    ["gap before an answer, p50 / p95", spread(figures.gapMs), ""],
    ["  of it patience", spread(figures.patienceMs), ""],
    ["  of it ours", spread(figures.ownMs), "15 / 40 ms"],
    ["    until the words are here", spread(figures.hearingMs), ""],
    ["    until it is known what to say", spread(figures.decidingMs), ""],
    ["    until the first sound, look-ups and database included", spread(figures.answeringMs), ""],
    ["calls served", `${figures.served}`, `${figures.calls}`],
    ["pieces of prompts at hand", `${round(100 * figures.promptPiecesAtHand, 1)} %`, ""],
    ["sockets opened for 100 calls", `${figures.socketsPer100Calls}`, ""],
    ["estimated cost of a minute", `$${figures.dollarsAMinute}`, ""],
    [`calls served while ears dropped ${drops.times} times`, `${drops.servedThen}`, `${figures.calls}`],
    ["  turns whose words were lost", `${drops.turnsLost} of ${drops.turns}`, "0"],
    ["  time to recover, p50 / p95", spread(drops.recoveryMs), "1500 ms"],
  ]);
}
