import fc from "fast-check";
import { expect, test } from "vitest";
import type { Heard } from "./heard.ts";
import { HeardWords } from "./heard-words.ts";

const usual = { kind: "heard", answersFinish: false, endOfTurn: null } as const;

/** A stretch with a word every 100 ms, named after its place on the connection's sound. */
function stretch(fromMs: number, toMs: number, final = true): Heard {
  const places = Array.from({ length: Math.ceil((toMs - fromMs) / 100) }, (_, index) => fromMs + index * 100);
  const words = places.map((place) => ({ text: String(place), startMs: place, confidence: 0.5 }));
  return { ...usual, fromMs, toMs, words, final, heardUpToMs: final ? toMs : null };
}

const all = (words: HeardWords) => words.between(0, Infinity).text;

test("guesses give way to what is final, and what is final stays", () => {
  const words = new HeardWords();
  words.take(stretch(0, 300, false), 0);
  expect(all(words)).toBe("0 100 200");
  words.take(stretch(0, 200), 0);
  words.take(stretch(100, 300, false), 0);
  expect(all(words)).toBe("0 100 200");
});

test("a new connection that is still catching up takes no word back", () => {
  const words = new HeardWords();
  words.take(stretch(0, 500, false), 0);
  words.take(stretch(0, 200, false), 0);
  expect(all(words)).toBe("0 100 200 300 400");
});

test("words are placed on the call by where their connection begins, and counted to the turn that they begin in", () => {
  const words = new HeardWords();
  words.take(stretch(0, 300), 0);
  words.take(stretch(0, 200), 300);
  expect(words.between(200, 400)).toEqual({ text: "200 0", confidence: 0.5 });
});

test("a guess does not say how far the service has listened, wherever its connection begins", () => {
  const words = new HeardWords();
  words.take(stretch(0, 300, false), 5_000);
  expect(words.heardUpToMs).toBe(0);
  words.take(stretch(0, 300), 5_000);
  expect(words.heardUpToMs).toBe(5_300);
});

test("settled: listened to, and no word of it may change", () => {
  const words = new HeardWords();
  words.take({ ...stretch(0, 500, false), heardUpToMs: 500 }, 0);
  expect(words.settled(500)).toBe(false);
  words.take(stretch(0, 500), 0);
  expect([words.settled(500), words.settled(501)]).toEqual([true, false]);
});

test("final stretches that come twice, late and in any order are heard once, in order", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 8 });
  const order = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(cuts, order, (places, picks) => {
      const ends = [0, ...places.toSorted((a, b) => a - b), 21].map((place) => place * 100);
      const stretches = ends.slice(1).map((end, index) => stretch(ends[index] as number, end));
      const shuffled = picks.map((pick) => stretches[pick % stretches.length] as Heard);
      const words = new HeardWords();
      for (const one of [...shuffled, ...stretches]) words.take(one, 0);
      expect(all(words)).toBe(
        stretch(0, 2_100)
          .words.map(({ text }) => text)
          .join(" "),
      );
    }),
  );
});
