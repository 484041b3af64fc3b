import { expect, test } from "vitest";
import { type Expectation, nothingExpected } from "../core/language/expectation.ts";
import type { Hypothesis, Recognizer, RecognizerStream } from "./recognizer.ts";

export interface RecognizerSubject {
  readonly open: () => Promise<Recognizer>;
  /** Frames in which `text` is said, with some silence around it; null when this recognizer has no ears. */
  readonly say: ((text: string) => readonly Uint8Array[]) | null;
}

const silence = new Uint8Array(160).fill(0xff);
const yesOrNo: Expectation = { ...nothingExpected, asked: ["yesNo"] };

/** What every recognizer promises. */
export function recognizerContract(subject: RecognizerSubject): void {
  const withOne = (name: string, run: (recognizer: Recognizer) => Promise<void>) =>
    test(name, async () => {
      const recognizer = await subject.open();
      try {
        await run(recognizer);
      } finally {
        await recognizer.close();
      }
    });

  withOne("finish is answered once, also when nothing was heard", async (recognizer) => {
    const listener = listen(recognizer);
    listener.stream.listenFor(yesOrNo);
    pushAll(
      listener.stream,
      Array.from({ length: 20 }, () => silence),
    );
    listener.stream.finish();
    expect((await listener.finals(1)).map((one) => [one.utterance, one.text])).toEqual([[1, ""]]);
  });

  withOne("finish without any frame is answered too", async (recognizer) => {
    const listener = listen(recognizer);
    listener.stream.finish();
    expect((await listener.finals(1))[0]).toMatchObject({ utterance: 1, final: true });
  });

  withOne("utterances are numbered from 1 and answered in order", async (recognizer) => {
    const listener = listen(recognizer);
    for (let n = 0; n < 3; n++) {
      pushAll(listener.stream, [silence, silence]);
      listener.stream.finish();
    }
    expect((await listener.finals(3)).map((one) => one.utterance)).toEqual([1, 2, 3]);
  });

  withOne("a closed stream says nothing more, and its methods do nothing", async (recognizer) => {
    const closed = listen(recognizer);
    closed.stream.speechStarted();
    closed.stream.close();
    closed.stream.push(silence);
    closed.stream.speechStarted();
    closed.stream.listenFor(yesOrNo);
    closed.stream.finish();
    closed.stream.close();
    const other = listen(recognizer);
    other.stream.finish();
    await other.finals(1);
    expect(closed.heard).toEqual([]);
  });

  if (subject.say !== null) hearingContract(withOne, subject.say);
}

type WithOne = (name: string, run: (recognizer: Recognizer) => Promise<void>) => void;

function hearingContract(withOne: WithOne, say: (text: string) => readonly Uint8Array[]): void {
  withOne("a spoken yes is heard as yes", async (recognizer) => {
    const listener = listen(recognizer);
    listener.stream.listenFor(yesOrNo);
    sayTo(listener.stream, say("yes"));
    const [final] = await listener.finals(1);
    expect(final?.text).toMatch(/^(yes|yeah|yep)/);
    expect(final?.confidence).toBeGreaterThan(0.5);
  });

  withOne("two streams at once each hear their own caller", async (recognizer) => {
    const [one, two] = [listen(recognizer), listen(recognizer)];
    for (const listener of [one, two]) listener.stream.listenFor(yesOrNo);
    sayTo(one.stream, say("yes please"));
    sayTo(two.stream, say("no thank you"));
    const [first, second] = await Promise.all([one.finals(1), two.finals(1)]);
    expect(first[0]?.text).toBe("yes please");
    expect(second[0]?.text).toBe("no thank you");
  });

  withOne("words do not leak into the next utterance", async (recognizer) => {
    const listener = listen(recognizer);
    listener.stream.listenFor(yesOrNo);
    sayTo(listener.stream, say("yes please"));
    sayTo(listener.stream, say("no thank you"));
    expect((await listener.finals(2)).map((final) => final.text)).toEqual(["yes please", "no thank you"]);
  });

  withOne("words that were said while nobody noticed are found by finish", async (recognizer) => {
    const listener = listen(recognizer);
    listener.stream.listenFor(yesOrNo);
    pushAll(listener.stream, say("no"));
    listener.stream.finish();
    expect((await listener.finals(1))[0]?.text).toMatch(/^nop?e?$/);
  });
}

/** Pushes frames as a call does: voice activity is noticed some frames after the beginning. */
function sayTo(stream: RecognizerStream, frames: readonly Uint8Array[]): void {
  for (const [index, frame] of frames.entries()) {
    stream.push(frame.slice());
    if (index === 12) stream.speechStarted();
  }
  stream.finish();
}

function pushAll(stream: RecognizerStream, frames: readonly Uint8Array[]): void {
  for (const frame of frames) stream.push(frame.slice());
}

function listen(recognizer: Recognizer) {
  const heard: Hypothesis[] = [];
  let check = () => {};
  const stream = recognizer.open({
    heard(hypothesis) {
      heard.push(hypothesis);
      check();
    },
    lost(error) {
      throw error;
    },
  });
  const finals = (count: number) =>
    new Promise<readonly Hypothesis[]>((resolve) => {
      check = () => {
        const all = heard.filter((one) => one.final);
        if (all.length >= count) resolve(all);
      };
      check();
    });
  return { stream, heard, finals };
}
