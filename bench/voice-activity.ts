// npm run bench -- voice-activity: how soon and how surely the detector notices speech, and what it costs.
import { VoiceActivity } from "../src/core/audio/voice-activity.ts";
import { FvadDetector } from "./voice/fvad-detector.ts";
import { atLevel, holdMusic, pinkNoise, seededRandom, whiteNoise } from "./voice/line-noise.ts";
import { type SpokenLine, speakLine, toFrames } from "./voice/spoken-line.ts";

const SPEECH_DB = -24;
/** What a digital line has between words. */
const QUIET_DB = -66;
const MINUTE_MS = 60_000;

/** What is measured: ours, or a peer of the same shape. */
interface Detector {
  readonly voicedForMs: number;
  readonly silentForMs: number;
  push(frame: Uint8Array, overPrompt?: boolean): "started" | "stopped" | null;
}
type OpenDetector = () => Promise<Detector>;

type Noise = (samples: number, random: () => number) => Float64Array;

interface Condition {
  readonly name: string;
  readonly noise: Noise;
  readonly speechDb: number;
  readonly noiseDb: number;
  /** We speak all the time. */
  readonly overPrompt?: boolean;
}

interface Figures {
  readonly condition: string;
  /** Utterances without any voice reported in them, of all. */
  readonly missed: string;
  /** From the true beginning to the report, and to the beginning as dated back. */
  readonly onsetMs: string;
  readonly datedMs: string;
  /** From the true end to the silence as dated back by the report. */
  readonly offsetMs: string;
  /** Utterances that were reported as several. */
  readonly split: number;
  /** Reports outside of all speech, a minute of pauses. */
  readonly falsePerMinute: string;
}

const conditions: readonly Condition[] = [
  { name: "clean", noise: whiteNoise, speechDb: SPEECH_DB, noiseDb: QUIET_DB },
  { name: "clean, quiet caller", noise: whiteNoise, speechDb: -45, noiseDb: -70 },
  { name: "clean, loud caller", noise: whiteNoise, speechDb: -8, noiseDb: -55 },
  ...[20, 10, 5].flatMap((db) => [
    { name: `white noise ${db} dB`, noise: whiteNoise, speechDb: SPEECH_DB, noiseDb: SPEECH_DB - db },
    { name: `pink noise ${db} dB`, noise: pinkNoise, speechDb: SPEECH_DB, noiseDb: SPEECH_DB - db },
  ]),
  ...[20, 10].flatMap((db) => [
    { name: `hold music ${db} dB`, noise: holdMusic, speechDb: SPEECH_DB, noiseDb: SPEECH_DB - db },
    { name: `television ${db} dB`, noise: television, speechDb: SPEECH_DB, noiseDb: SPEECH_DB - db },
  ]),
  {
    name: "clean, over a prompt",
    noise: whiteNoise,
    speechDb: SPEECH_DB,
    noiseDb: QUIET_DB,
    overPrompt: true,
  },
  {
    name: "pink noise 10 dB, over a prompt",
    noise: pinkNoise,
    speechDb: SPEECH_DB,
    noiseDb: SPEECH_DB - 10,
    overPrompt: true,
  },
  ...[20, 15, 10].map((db) => ({
    name: `television ${db} dB, over a prompt`,
    noise: television,
    speechDb: SPEECH_DB,
    noiseDb: SPEECH_DB - db,
    overPrompt: true,
  })),
];

/** Other people's speech without end, over music. */
let program = new Float64Array();
function television(samples: number, random: () => number): Float64Array {
  const music = atLevel(holdMusic(samples, random), -42);
  return music.map((sample, i) => sample + (program[i % program.length] as number));
}

async function openTelevision(): Promise<void> {
  const { samples, spoken } = await speakLine(-30, 9);
  program = Float64Array.from(
    spoken.flatMap(({ fromMs, toMs }) => [
      ...samples.subarray(Math.round(fromMs * 8), Math.round(toMs * 8) + 2400),
    ]),
  );
}

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    console.log(
      "Speech of four voices in noise; figures are 5th / 50th / 95th percentiles. Options: --json, --peer (WebRTC's detector instead)",
    );
    return;
  }
  const open: OpenDetector = args.includes("--peer") ? FvadDetector.open : async () => new VoiceActivity();
  await openTelevision();
  const rows: Figures[] = [];
  for (const condition of conditions) rows.push(await measure(condition, await open()));
  const steady = await steadyNoise(open);
  const cost = await costMsPerSecond(await open());
  if (args.includes("--json")) {
    console.log(JSON.stringify({ conditions: rows, falseTriggersPerMinute: steady, costMsPerSecond: cost }));
    return;
  }
  console.table(rows);
  console.table(steady);
  console.log(`Cost: ${cost.toFixed(3)} ms of one core for a second of sound`);
}

async function measure(condition: Condition, detector: Detector): Promise<Figures> {
  const line = await speakLine(condition.speechDb, 1);
  const noise = condition.noise(line.samples.length, seededRandom(2));
  const frames = toFrames(line.samples, atLevel(noise, condition.noiseDb));
  const reports = detect(frames, detector, condition.overPrompt ?? false);
  return figures(condition.name, line, reports);
}

interface Report {
  readonly noticedMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Stretches of voice as the detector reports them. */
function detect(frames: readonly Uint8Array[], detector: Detector, overPrompt = false): Report[] {
  const reports: Report[] = [];
  let started = { noticedMs: 0, fromMs: 0 };
  let nowMs = 0;
  for (const frame of frames) {
    nowMs += 20;
    const change = detector.push(frame, overPrompt);
    if (change === "started") started = { noticedMs: nowMs, fromMs: nowMs - detector.voicedForMs };
    if (change === "stopped") reports.push({ ...started, toMs: nowMs - detector.silentForMs });
  }
  return reports;
}

function figures(condition: string, { samples, spoken }: SpokenLine, reports: readonly Report[]): Figures {
  const onsets: number[] = [];
  const dated: number[] = [];
  const offsets: number[] = [];
  let missed = 0;
  let split = 0;
  const belonging = new Set<Report>();
  for (const { fromMs, toMs } of spoken) {
    const inside = reports.filter((report) => report.toMs > fromMs && report.fromMs < toMs);
    for (const report of inside) belonging.add(report);
    const [first] = inside;
    const last = inside.at(-1);
    if (first === undefined || last === undefined) {
      missed++;
      continue;
    }
    if (inside.length > 1) split++;
    onsets.push(first.noticedMs - fromMs);
    dated.push(first.fromMs - fromMs);
    offsets.push(last.toMs - toMs);
  }
  const spokenMs = spoken.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const pausesMs = samples.length / 8 - spokenMs;
  return {
    condition,
    missed: `${missed}/${spoken.length}`,
    onsetMs: percentiles(onsets),
    datedMs: percentiles(dated),
    offsetMs: percentiles(offsets),
    split,
    falsePerMinute: ((reports.length - belonging.size) / (pausesMs / MINUTE_MS)).toFixed(1),
  };
}

/** Reports in three minutes of noise without any speech, a minute, by kind of noise. */
async function steadyNoise(open: OpenDetector): Promise<Record<string, string>> {
  const kinds: [string, Noise, number][] = [
    ["white noise at -40 dB", whiteNoise, -40],
    ["pink noise at -30 dB", pinkNoise, -30],
    ["hold music at -30 dB", holdMusic, -30],
    ["television at -40 dB", television, -40],
  ];
  const rates: Record<string, string> = {};
  for (const [name, noise, db] of kinds) {
    const sound = atLevel(noise(8 * 3 * MINUTE_MS, seededRandom(3)), db);
    rates[name] = (detect(toFrames(sound, new Float64Array(0)), await open()).length / 3).toFixed(1);
  }
  return rates;
}

async function costMsPerSecond(detector: Detector): Promise<number> {
  const line = await speakLine(SPEECH_DB, 4);
  const frames = toFrames(line.samples, atLevel(pinkNoise(line.samples.length, seededRandom(5)), -44));
  for (const frame of frames) detector.push(frame);
  const began = performance.now();
  for (let round = 0; round < 20; round++) for (const frame of frames) detector.push(frame);
  return (performance.now() - began) / (20 * (frames.length / 50));
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
  return `${at(0.05)} / ${at(0.5)} / ${at(0.95)}`;
}
