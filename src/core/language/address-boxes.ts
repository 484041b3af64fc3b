import { codeAt } from "./address-codes.ts";
import { asWords, type Found, type Token } from "./address-tokens.ts";
import { unitsIn } from "./address-units.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

const ruralRoutes = tablePhrases([
  [
    "rural",
    [
      "rr",
      "r r",
      "rural route",
      "hc",
      "hcr",
      "hc rte",
      "hc rt",
      "star route",
      "star rte",
      "rfd",
      "r f d",
      "rt",
      "rte",
      "route",
      "highway contract route",
      "highway contract rte",
      "hwy contract route",
      "hwy contract rte",
    ],
  ],
]);

const boxes = tablePhrases([
  [
    "box",
    [
      "po box",
      "p o box",
      "pobox",
      "post office box",
      "p o bx",
      "po bx",
      "pob",
      "po drawer",
      "p o drawer",
      "drawer",
      "lockbox",
      "lock box",
      "lbx",
      "box",
      "po b",
      "caller box",
      "p o",
      "p box",
      "bx",
      "post box",
    ],
  ],
  ["rural", ["rr", "r r", "rural route", "hc", "star route", "rfd", "r f d"]],
]);

/** "P O box 4 4 0", "RR 4 box 164 A", "lockbox 848104". Of several a P.O. box is meant before drawers and lockboxes. */
export function boxIn(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  let best: Found<string> | null = null;
  for (const match of boxes.find(words)) {
    if (match.id === "rural") continue;
    const value = codeAt(tokens, match.to);
    const postal = /^p/.test(tokens[match.from]?.text ?? "");
    if (value === null || (!/\d/.test(value.value) && match.to - match.from < 2 && !postal)) continue;
    if (best !== null && !postal) continue;
    best = { value: value.value, from: ruralBefore(words, match.from), to: value.to };
    if (postal) break;
  }
  return best;
}

/** "RR 4", "rural route # 1", "star route 102" before a box belong to it. */
function ruralBefore(words: readonly Word[], box: number): number {
  for (let from = Math.max(0, box - 5); from < box; from += 1) {
    const match = ruralRoutes.at(words, from);
    const between = match === null ? [] : words.slice(match.to, box);
    if (
      match !== null &&
      between.length <= 2 &&
      between.every(({ text }) => /^(?:#|no|\d+[a-z]*)$/.test(text))
    )
      return from;
  }
  return box;
}

/** "drawer 1256", "lockbox 9351", "dept 33629" before a P.O. box are units of it. */
export function drawersBefore(tokens: readonly Token[]): readonly Found<string>[] {
  const drawer = boxes.find(asWords(tokens)).find(({ id }) => id === "box");
  const code = drawer === undefined ? null : codeAt(tokens, drawer.to);
  return code !== null
    ? [code]
    : unitsIn(tokens).filter(
        ({ from }) => tokens[from]?.text !== "#" && !/^#/.test(tokens[from]?.text ?? ""),
      );
}

/** Whether the code at the end belongs to a box and is no ZIP code: "post office box 40177". */
export function endsInBox(tokens: readonly Token[]): boolean {
  return boxes.find(asWords(tokens)).some(({ id, to }) => id === "box" && to === tokens.length - 1);
}
