import { garbledCharacters, halvesOfDouble, spokenNames } from "./en/garbled-characters-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { lookUp } from "./numbers.ts";
import { soundDistance, soundOf } from "./sounds-like.ts";
import { type Characters, isCharacterFiller } from "./spoken-characters.ts";
import type { Word } from "./words.ts";

const NOUGHT_COST = 0.2;
const HUNDREDS_COST = 0.8;
const HALF_DOUBLE_COST = 0.8;

/**
 * What else the words at `index` may be a mishearing of when nothing but a code was asked for; `heard` is what they stand for
 * as they are.
 */
export function garbledCharactersAt(
  words: readonly Word[],
  index: number,
  heard: readonly Characters[],
): readonly Characters[] {
  const text = words[index]?.text ?? "";
  const found: Characters[] = heard.flatMap((way) => [...withNoughts(way), ...withoutHundreds(way)]);
  for (const [character, cost] of lookUp(garbledCharacters, text) ?? [])
    found.push({ text: character, to: index + 1, cost });
  // "Double e 5 9": half of "double u".
  if (text === "double" && halvesOfDouble.has(words[index + 1]?.text ?? ""))
    found.push({ text: "W", to: index + 2, cost: HALF_DOUBLE_COST });
  return heard.length === 0 && !isCharacterFiller(text) ? [...found, ...soundingAt(text, index)] : found;
}

/** A written "oq" may be a nought and a letter. */
function withNoughts(way: Characters): readonly Characters[] {
  if (way.text.length < 2 || !way.text.includes("O")) return [];
  return [{ ...way, text: way.text.replaceAll("O", "0"), cost: way.cost + NOUGHT_COST }];
}

/** "One five" and "nine oh" are heard as 1500 and 900, "two six" as 2006. */
function withoutHundreds(way: Characters): readonly Characters[] {
  const round = /^([1-9]\d?)00$/.exec(way.text)?.[1];
  const thousands = /^([2-9])00([1-9])$/.exec(way.text);
  const texts =
    round !== undefined ? [round, `${round}0`] : thousands === null ? [] : [`${thousands[1]}${thousands[2]}`];
  return texts.map((text) => ({ ...way, text, cost: way.cost + HUNDREDS_COST }));
}

const FARTHEST_SOUND = 0.8;
const SOUND_COST = 0.6;
const FARTHEST_ALPHABET = 1;
const ALPHABET_COST = 0.3;
const WORD = /^[a-z']{2,9}$/;

const nameSounds = Object.entries(spokenNames).map(
  ([character, name]) => [character, soundOf(name)] as const,
);
const alphabetSounds = Object.entries(natoWords).map(([word, letter]) => [letter, soundOf(word)] as const);

/** The characters whose names, or words of the telephone alphabet, sound like a word that stands for none. */
function soundingAt(text: string, index: number): readonly Characters[] {
  if (!WORD.test(text)) return [];
  const sounds = soundOf(text);
  const found: Characters[] = [];
  const note = (character: string, name: string, farthest: number, cost: number): void => {
    if (Math.abs(name.length - sounds.length) > 1) return;
    const distance = soundDistance(sounds, name);
    if (distance <= farthest) found.push({ text: character, to: index + 1, cost: cost + distance });
  };
  for (const [character, name] of nameSounds) note(character, name, FARTHEST_SOUND, SOUND_COST);
  if (text.length > 3)
    for (const [letter, name] of alphabetSounds) note(letter, name, FARTHEST_ALPHABET, ALPHABET_COST);
  return found;
}
