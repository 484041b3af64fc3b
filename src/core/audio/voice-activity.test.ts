import { expect, test } from "vitest";
import { FRAME_BYTES, FRAME_MS } from "./audio-frame.ts";
import { FrameAssembler } from "./frame-assembler.ts";
import { mulawOf } from "./mulaw.ts";
import { VoiceActivity } from "./voice-activity.ts";

/** Sound to try the detector with: a hum of a voice in noise, both from a small generator of its own. */
class TestSound {
  readonly detector: VoiceActivity;
  readonly changes: string[] = [];
  #seed = 7;
  #sample = 0;

  constructor(detector = new VoiceActivity()) {
    this.detector = detector;
  }

  /** `voice` and `noise` are amplitudes, 0 to 32767. */
  play(durationMs: number, voice: number, noise: number, overPrompt = false): this {
    const frame = new Uint8Array(FRAME_BYTES);
    for (let ms = 0; ms < durationMs; ms += FRAME_MS) {
      for (let i = 0; i < FRAME_BYTES; i++) frame[i] = mulawOf(this.#next(voice, noise));
      const change = this.detector.push(frame, overPrompt);
      if (change !== null) this.changes.push(`${change} ${this.#sample / 8}`);
    }
    return this;
  }

  /** Held chords, two a second, that ring on into each other. */
  playMusic(durationMs: number, amplitude: number, voice = 0): this {
    const scale = [262, 330, 392, 523, 659];
    const frame = new Uint8Array(FRAME_BYTES);
    for (let ms = 0; ms < durationMs; ms += FRAME_MS) {
      for (let i = 0; i < FRAME_BYTES; i++) {
        const chord = Math.floor(this.#sample / 4000);
        const second = this.#sample / 8000;
        const held = amplitude * Math.exp(-(this.#sample % 4000) / 3000);
        let music = 0;
        for (const step of [0, 2, 4])
          music += Math.sin(second * 2 * Math.PI * (scale[(chord + step) % scale.length] as number));
        frame[i] = mulawOf(Math.round(held * music * 0.4) + this.#next(voice, 60));
      }
      const change = this.detector.push(frame);
      if (change !== null) this.changes.push(`${change} ${this.#sample / 8}`);
    }
    return this;
  }

  /** Noise above 2 kHz, as of an "s". */
  playHiss(durationMs: number, amplitude: number, overPrompt: boolean): this {
    const frame = new Uint8Array(FRAME_BYTES);
    for (let ms = 0; ms < durationMs; ms += FRAME_MS) {
      for (let i = 0; i < FRAME_BYTES; i++)
        frame[i] = mulawOf(Math.round((i % 2 === 0 ? 1 : -1) * (amplitude + this.#next(0, amplitude / 2))));
      const change = this.detector.push(frame, overPrompt);
      if (change !== null) this.changes.push(`${change} ${this.#sample / 8}`);
    }
    return this;
  }

  #next(voice: number, noise: number): number {
    this.#seed = (Math.imul(this.#seed, 1103515245) + 12345) & 0x7fffffff;
    const radians = (this.#sample++ / 8000) * 2 * Math.PI;
    const tone = Math.sin(radians * 220) + 0.5 * Math.sin(radians * 440) + 0.3 * Math.sin(radians * 880);
    return Math.round(voice * 0.6 * tone + noise * (this.#seed / 0x40000000 - 1));
  }
}

test("a voice that goes on after a short pause is noticed after 40 ms, as it was there a moment ago", () => {
  const pauses = (pauseMs: number, overPrompt = false) =>
    new TestSound()
      .play(1000, 0, 60)
      .play(500, 3000, 60)
      .play(pauseMs, 0, 60, overPrompt)
      .play(300, 3000, 60, overPrompt).changes[2];
  expect(pauses(300)).toBe("started 1840");
  expect(pauses(300, true)).toBe("started 1860");
  expect(pauses(900)).toBe("started 2460");
});

// The low band rings on for less than a frame after sound that ends as a tone does, at once.
test("quiet line: onset after 60 ms, end after the hangover", () => {
  const sound = new TestSound().play(1000, 0, 60).play(500, 3000, 60).play(500, 0, 60);
  expect(sound.changes).toEqual(["started 1060", "stopped 1680"]);
});

test("the onset can be dated back, and the silence too", () => {
  const sound = new TestSound().play(1000, 0, 60).play(80, 3000, 60);
  expect(sound.detector.voicedForMs).toBe(80);
  sound.play(120, 3000, 60).play(100, 0, 60);
  expect(sound.detector.speaking).toBe(true);
  expect(sound.detector.silentForMs).toBe(80);
  sound.play(400, 0, 60);
  expect(sound.detector.speaking).toBe(false);
  expect(sound.detector.silentForMs).toBe(480);
});

test("a click and a gap inside a word change nothing", () => {
  const click = new TestSound().play(1000, 0, 60).play(40, 20000, 60).play(1000, 0, 60);
  expect(click.changes).toEqual([]);
  const gap = new TestSound().play(1000, 0, 60).play(300, 3000, 60).play(120, 0, 60).play(300, 3000, 60);
  expect(gap.changes).toEqual(["started 1060"]);
});

test("loud steady noise is voice for two seconds at most, and then the new silence", () => {
  const sound = new TestSound().play(1000, 0, 60).play(6000, 0, 3000);
  expect(sound.changes).toHaveLength(2);
  expect(Number(sound.changes[1]?.split(" ")[1])).toBeLessThan(3000);
  sound.play(400, 6000, 3000).play(500, 0, 3000);
  expect(sound.changes).toHaveLength(4);
});

test("after loud noise a quiet line is heard again within a second", () => {
  const sound = new TestSound().play(4000, 0, 3000).play(1000, 0, 60);
  sound.changes.length = 0;
  sound.play(300, 1500, 60).play(500, 0, 60);
  expect(sound.changes).toEqual(["started 5060", "stopped 5480"]);
});

test("a quiet caller is heard and no sound at all is no voice", () => {
  expect(new TestSound().play(5000, 0, 0).changes).toEqual([]);
  expect(new TestSound().play(1000, 0, 15).play(400, 250, 15).play(400, 0, 15).changes).toHaveLength(2);
});

test("music is voice for its first second or two, and then the line's noise", () => {
  const sound = new TestSound().play(1000, 0, 60).playMusic(60_000, 3000);
  const last = sound.changes.at(-1) ?? "";
  expect(last).toMatch(/^stopped/);
  expect(Number(last.split(" ")[1])).toBeLessThan(4000);
});

test("a voice over music is heard, and so is one when the music is over", () => {
  const sound = new TestSound().play(1000, 0, 60).playMusic(5000, 2000);
  sound.changes.length = 0;
  sound.playMusic(600, 2000, 12_000).playMusic(2000, 2000);
  expect(sound.changes.map((change) => change.split(" ")[0])).toEqual(["started", "stopped"]);
  sound.play(2000, 0, 60);
  sound.changes.length = 0;
  sound.play(500, 1500, 60).play(500, 0, 60);
  expect(sound.changes.map((change) => change.split(" ")[0])).toEqual(["started", "stopped"]);
});

test("a weak voice behind the caller does not keep their turn open, and is heard when they have long been silent", () => {
  const weak = 150;
  const sound = new TestSound().play(1000, 0, 15).play(800, 8000, 15).play(600, weak, 15);
  expect(sound.changes).toEqual(["started 1060", "stopped 1980"]);
  sound.play(8000, 0, 15).play(400, weak, 15);
  expect(sound.changes.at(-1)).toMatch(/^started/);
});

test("after a loud voice a quieter one is heard", () => {
  const sound = new TestSound().play(1000, 0, 15).play(800, 8000, 15).play(300, 0, 15);
  sound.changes.length = 0;
  sound.play(400, 1000, 15).play(400, 0, 15);
  expect(sound.changes.map((change) => change.split(" ")[0])).toEqual(["started", "stopped"]);
});

/** A caller at 8000, whose voice is known, and then our prompt. */
function known(): TestSound {
  const sound = new TestSound().play(1000, 0, 15).play(800, 8000, 15).play(1600, 0, 15);
  sound.changes.length = 0;
  return sound;
}

test.each([1, 0.7, 0.5])("over a prompt the caller is heard at %s of their usual voice, at once", (share) => {
  const sound = known().play(400, 8000 * share, 15, true);
  expect(sound.changes).toEqual(["started 3460"]);
});

test.each([0.3, 0.15])("somebody behind them at %s of it is not, as long as we speak", (share) => {
  const sound = known().play(600, 8000 * share, 15, true);
  expect(sound.changes).toEqual([]);
  sound.play(400, 0, 15).play(400, 8000 * share, 15);
  expect(sound.changes.at(-1)).toMatch(/^started/);
});

test("a caller is heard over somebody behind them, whose talking on does not keep their turn open", () => {
  const sound = known().play(1000, 1200, 15, true);
  const began = sound.play(600, 8000, 15, true).play(600, 1200, 15).changes;
  expect(began.map((change) => change.split(" ")[0])).toEqual(["started", "stopped"]);
});

test("a word that begins with a hiss is heard from there, though a hiss is weaker than the voice", () => {
  expect(known().playHiss(160, 900, true).changes).toEqual(["started 3460"]);
});

test("but not while somebody behind the caller is known to speak, who hisses too", () => {
  const sound = known().play(1000, 1200, 15, true).playHiss(160, 900, true).play(300, 1200, 15, true);
  expect(sound.changes).toEqual([]);
});

test("what rings on after a click is no voice", () => {
  expect(known().play(40, 20_000, 15, true).play(500, 0, 15, true).changes).toEqual([]);
});

test("lost frames in noise are no fall of the noise, after which it would be taken for a voice", () => {
  const detector = new VoiceActivity();
  const assembler = new FrameAssembler();
  const changes: string[] = [];
  let seed = 3;
  for (let index = 0; index < 3000; index++) {
    const frame = Uint8Array.from({ length: FRAME_BYTES }, () => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return mulawOf(Math.round(1000 * (seed / 0x40000000 - 1)));
    });
    if (index > 100 && index % 33 === 0) continue;
    assembler.push(frame, index * FRAME_MS, (whole) => changes.push(detector.push(whole) ?? ""));
  }
  expect(changes.filter((change) => change !== "")).toEqual([]);
});
