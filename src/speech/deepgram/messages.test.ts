// Goal: of what the service says, everything that counts is understood and nothing else. Method: messages as the documentation shows them.
import { describe, expect, test } from "vitest";
import { fluxReader } from "./flux-message.ts";
import { novaMessage } from "./nova-message.ts";
import { speakMessage } from "./speak-message.ts";

const nonsense = [
  "",
  "<html>",
  "null",
  "[]",
  "{}",
  '{"type":"Results"}',
  '{"type":"TurnInfo"}',
  '{"type":"Tomorrow"}',
];

describe("live transcription", () => {
  const results = (more: object = {}) =>
    JSON.stringify({
      type: "Results",
      channel_index: [0, 1],
      start: 1.5,
      duration: 0.5,
      is_final: true,
      speech_final: false,
      channel: {
        alternatives: [
          {
            transcript: "Yes.",
            confidence: 0.9,
            words: [{ word: "yes", punctuated_word: "Yes.", start: 1.6, end: 1.9, confidence: 0.9 }],
          },
        ],
      },
      ...more,
    });

  test("a final result reaches to its end, an interim one makes nothing certain", () => {
    expect(novaMessage(results())).toMatchObject({
      fromMs: 1_500,
      toMs: 2_000,
      final: true,
      heardUpToMs: 2_000,
      answersFinish: false,
      words: [{ text: "Yes.", startMs: 1_600, confidence: 0.9 }],
    });
    expect(novaMessage(results({ is_final: false }))).toMatchObject({ final: false, heardUpToMs: null });
  });

  test("the answer to our order to finish says so", () => {
    expect(novaMessage(results({ from_finalize: true }))).toMatchObject({ answersFinish: true });
  });

  test("a second without words is a mild opinion", () => {
    const message = '{"type":"UtteranceEnd","channel":[0,1],"last_word_end":2.1}';
    expect(novaMessage(message)).toEqual({ kind: "wordless", endOfTurn: 0.6 });
  });

  test.each([...nonsense, '{"type":"Metadata","duration":3}', '{"type":"SpeechStarted","timestamp":1}'])(
    "%s",
    (message) => {
      expect(novaMessage(message)).toBeNull();
    },
  );
});

describe("Flux", () => {
  const turn = (sequence_id: number, event: string, more: object = {}) =>
    JSON.stringify({
      type: "TurnInfo",
      request_id: "00000000-0000-0000-0000-000000000000",
      sequence_id,
      event,
      turn_index: 0,
      audio_window_start: 0,
      audio_window_end: 1.3,
      transcript: "Hello you",
      words: [
        { word: "Hello", confidence: 0.96, start: 0.2, end: 0.6 },
        { word: "you", confidence: 0.92, start: 0.7, end: 1 },
      ],
      end_of_turn_confidence: 0.86,
      ...more,
    });

  test("the end of a turn makes its words final, and tells how sure the service is", () => {
    expect(fluxReader()(turn(1, "EndOfTurn", { trigger: "model" }))).toMatchObject({
      final: true,
      heardUpToMs: 1_300,
      answersFinish: false,
      endOfTurn: 0.86,
      words: [
        { text: "Hello", startMs: 200 },
        { text: "you", startMs: 700 },
      ],
    });
  });

  test("numbers may be written as texts, and words may lack their times", () => {
    const message = turn(1, "Update", {
      audio_window_end: "1.0",
      end_of_turn_confidence: "0.2",
      words: [
        { word: "Hello", confidence: "0.9" },
        { word: "you", confidence: "0.9" },
      ],
    });
    expect(fluxReader()(message)).toMatchObject({
      final: false,
      endOfTurn: 0.2,
      words: [
        { text: "Hello", startMs: 0 },
        { text: "you", startMs: 500 },
      ],
    });
  });

  test("an end that we ordered answers us; without a turn the service says that there is none", () => {
    const read = fluxReader();
    expect(read(turn(1, "EndOfTurn", { trigger: "manual" }))).toMatchObject({ answersFinish: true });
    const warning = '{"type":"Warning","code":"FORCE_END_TURN_NO_ACTIVE_TURN","description":"none"}';
    expect(read(warning)).toMatchObject({ kind: "idle" });
  });

  test("what comes twice or late is left out; the end of a turn counts whenever it comes, and once", () => {
    const read = fluxReader();
    const next = turn(3, "Update", { turn_index: 1, words: [] });
    const read3 = read(next);
    expect(read3).toMatchObject({ heardUpToMs: null, endOfTurn: null });
    expect(read(turn(1, "Update"))).toBeNull();
    expect(read(turn(2, "EndOfTurn"))).toMatchObject({ final: true });
    expect(read(turn(2, "EndOfTurn"))).toBeNull();
    expect(read(turn(4, "Update", { turn_index: 1, words: [] }))).toMatchObject({ heardUpToMs: 1_300 });
  });

  test.each([
    ...nonsense,
    '{"type":"Connected","sequence_id":0}',
    '{"type":"ConfigureSuccess","sequence_id":1}',
  ])("%s", (message) => {
    expect(fluxReader()(message)).toBeNull();
  });
});

describe("the voice", () => {
  test.each([
    ['{"type":"Flushed","sequence_id":0}', "flushed"],
    ['{"type":"Cleared","sequence_id":1}', "cleared"],
    ['{"type":"Warning","warn_code":"EXCESSIVE_FLUSH","warn_msg":"…"}', "refused"],
    ['{"type":"Warning","code":"EXCESSIVE_FLUSH","description":"…"}', "refused"],
    ['{"type":"Warning","code":"ANOTHER","description":"…"}', null],
    ['{"type":"Metadata","request_id":"…"}', null],
    ...nonsense.map((message): [string, null] => [message, null]),
  ])("%s: %s", (message, meaning) => {
    expect(speakMessage(message)).toBe(meaning);
  });
});
