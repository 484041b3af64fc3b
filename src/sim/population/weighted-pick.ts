import type { Random } from "../random.ts";

/** One of the items, each as likely as its weight beside the others; there must be one whose weight is above 0. */
export function weightedPick<Item>(
  random: Random,
  items: readonly Item[],
  weightOf: (item: Item) => number,
): Item {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = random.next() * total;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return random.pick(items);
}

/** A whole number between the two, both included. */
export function wholeBetween(random: Random, least: number, most: number): number {
  return Math.floor(random.between(least, most + 1 - 1e-9));
}
