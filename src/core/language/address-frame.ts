import { asWords, type Token } from "./address-tokens.ts";
import {
  addressCues,
  addressEnds,
  addressJoints,
  addressStops,
  strongAddressCues,
} from "./en/address-table.ts";
import { isHesitation } from "./hesitations.ts";
import { isNumberWord, numberAt } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

const cues = tablePhrases([["cue", addressCues]]);
const stops = tablePhrases([["stop", addressStops]]);
const joints = tablePhrases([["joint", addressJoints]]);

/** Whether the words end where an address is about to begin: "my address is". */
export function endsInCue(words: readonly Word[]): boolean {
  return cues.find(words).at(-1)?.to === words.length;
}

/**
 * Where the address begins: behind the first "I live at" and the like anywhere, else behind small words at the beginning; more
 * cues may follow ("my address is, um, it's …").
 */
export function beginning(words: readonly Word[]): { at: number; strong: boolean } {
  const found = cues.find(words);
  const isStrong = ({ from, to }: { from: number; to: number }): boolean =>
    strongAddressCues.has(
      words
        .slice(from, to)
        .map(({ text }) => text)
        .join(" "),
    );
  const first = found.find(isStrong);
  let at = first?.to ?? 0;
  for (const cue of found)
    if (
      cue.from >= at &&
      (cue.from - at <= 1 || leadsNumber(words, cue.to)) &&
      !isNumberish(words, at, cue.from)
    )
      at = cue.to;
  return { at, strong: first !== undefined };
}

/** Where talk of something else begins: "… and my phone number is …". */
export function endOf(words: readonly Word[], from: number): number {
  return stops.find(words).find((stop) => stop.from > from + 1)?.from ?? words.length;
}

/** "I moved, it's seventy one …": whatever was told before, the address begins with its number. */
function leadsNumber(words: readonly Word[], at: number): boolean {
  const number = /^(?:it's|that's|is)$/.test(words[at - 1]?.text ?? "") ? numberAt(words, at) : null;
  return number !== null && !number.ordinal;
}

function isNumberish(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ text }) => isNumberWord(text));
}

/** Drops "in", "zip code is", "the city of" and what comes behind the address. */
export function withoutJoints(tokens: readonly Token[]): Token[] {
  const words = asWords(tokens);
  const kept: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const joint = joints.at(words, at);
    const last = kept.at(-1);
    if (joint !== null && isJoint(tokens, joint.from, joint.to)) {
      if (last !== undefined) kept[kept.length - 1] = { ...last, pause: true };
      at = joint.to;
    } else {
      const ending = at > 1 && tokens.slice(at).every(({ text }) => addressEnds.has(text));
      if (isHesitation(token.text) || /^(?:please|thanks)$/.test(token.text) || ending) {
        at += 1;
        continue;
      }
      kept.push(token);
      at += 1;
    }
  }
  return kept;
}

/** "Oklahoma City" and "Madison, IN 47250" have no joint in them. */
function isJoint(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (next === undefined) return false;
  const only = to - from === 1 ? tokens[from]?.text : "";
  if (only === "city") return tokens[from - 1]?.pause ?? false;
  if (only === "in") return !/^\d/.test(next.text) && tokens[from]?.raw !== "IN";
  return true;
}
