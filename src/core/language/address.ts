import { beginning, endOf, endsInCue, withoutJoints } from "./address-frame.ts";
import { tokensOf } from "./address-tokens.ts";
import { parseAddress } from "./parse-address.ts";
import type { Address, Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

/**
 * US postal addresses, whole or in part, written or spoken. Parts that were not said are null. Values are as said, with
 * capitals; the state is its code. `words` are those of `splitWords(heard.text)`.
 */
export function readAddresses(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { expectation } = circumstances;
  const asked = expectation.asked.includes("address");
  const begin = beginning(words);
  if (!asked && !begin.strong && !expectation.also.includes("address")) return [];
  const likelyCities = new Set(expectation.hints.map((hint) => hint.toLowerCase()));
  const said = words.slice(0, endOf(words, begin.at));
  const tokens = withoutJoints(tokensOf(said, heard.text, begin.at)).slice(0, MOST_TOKENS);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  const address = parseAddress(tokens, likelyCities);
  if (isMoment(address)) return [];
  const confidence = confidenceOf(address, asked, begin.strong);
  if (confidence === 0) return [];
  const start = words[first.word]?.start ?? 0;
  const end = words[last.word]?.end ?? heard.text.length;
  return [{ kind: "address", value: address, span: { start, end }, confidence }];
}

/** "One moment please", "one second": a number and a name that ask for patience. */
function isMoment({ number, street, unit, city, state, zip }: Address): boolean {
  if (number === null || [unit, city, state, zip].some((part) => part !== null)) return false;
  return /^(?:seconds?|secs?|moments?|minutes?|mins?|ticks?)$/i.test(street ?? "");
}

/** No address is as long; what follows is a story. */
const MOST_TOKENS = 40;

function confidenceOf(address: Address, asked: boolean, announced: boolean): number {
  const { number, street, city, state, zip, poBox } = address;
  const place = [city, state, zip].filter((part) => part !== null).length;
  const body = poBox !== null || (number !== null && street !== null);
  if (body && place >= 2) return 0.9;
  if (body) return announced ? 0.9 : asked ? 0.75 : 0.7;
  if (!asked) return 0;
  if (street !== null) return 0.5;
  if (place >= 2) return 0.7;
  if (address.unit !== null) return 0.5;
  return state !== null || zip !== null || city !== null ? 0.5 : 0;
}

/** Behind these the rest of the address is still to come. */
const GOES_ON = /^(?:apartment|apt|unit|suite|number|box|north|south|east|west|and|in|zip|code|is)$/;

/** 0–1: how sure that nothing more is coming; null when there is nothing of an address. */
export function addressComplete(words: readonly Word[], circumstances: Circumstances): number | null {
  const text = words.map((word) => word.text).join(" ");
  const asked: Circumstances = {
    ...circumstances,
    expectation: { ...circumstances.expectation, asked: ["address"] },
  };
  const reading = readAddresses(inText(words), asked, { text, alternatives: [] })[0];
  if (reading?.kind !== "address") return endsInCue(words) ? 0.05 : null;
  const { number, street, city, state, zip, poBox } = reading.value;
  if (GOES_ON.test(words.at(-1)?.text ?? "")) return 0.05;
  if (zip !== null) return zip.length >= 5 ? 0.95 : 0.3;
  if (state !== null && (city !== null || street !== null)) return 0.6;
  if (city !== null) return 0.4;
  if (poBox !== null || (number !== null && street !== null)) return 0.35;
  return 0.2;
}

/** The words where they lie in a text of nothing else. */
function inText(words: readonly Word[]): readonly Word[] {
  let start = 0;
  return words.map((word) => {
    const placed = { ...word, start, end: start + word.text.length };
    start = placed.end + 1;
    return placed;
  });
}
