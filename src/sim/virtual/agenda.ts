import type { Ms } from "../../core/values/ids.ts";

interface Appointed {
  readonly at: Ms;
  /** Of two things at the same time, the one that was appointed first comes first. */
  readonly order: number;
  readonly happen: () => void;
}

/** What will happen in virtual time: a binary heap, for a call appoints some thousand things. */
export class Agenda {
  readonly #heap: Appointed[] = [];
  #appointed = 0;

  get nextAt(): Ms | null {
    return this.#heap[0]?.at ?? null;
  }

  add(at: Ms, happen: () => void): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#appointed++, happen });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap[child], heap[parent])) break;
      swap(heap, child, parent);
      child = parent;
    }
  }

  /** Takes out what comes next. Throws when nothing does. */
  take(): Appointed {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) throw new RangeError("nothing is appointed");
    if (heap.length > 0) {
      heap[0] = last;
      sink(heap);
    }
    return first;
  }
}

function sink(heap: Appointed[]): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    let first = parent;
    if (isBefore(heap[left], heap[first])) first = left;
    if (isBefore(heap[left + 1], heap[first])) first = left + 1;
    if (first === parent) return;
    swap(heap, parent, first);
    parent = first;
  }
}

function isBefore(one: Appointed | undefined, other: Appointed | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

function swap(heap: Appointed[], one: number, other: number): void {
  [heap[one], heap[other]] = [heap[other] as Appointed, heap[one] as Appointed];
}
