import { setTimeout as pause } from "node:timers/promises";
import { waitUntil } from "../wait-until.ts";

/** Messages whose jobs failed come again, after a rest of the service perhaps. */
const ARRIVED_WITHIN_MS = 100_000;
/** A message that is sent twice is so by its next attempt. */
const DOUBLED_WITHIN_MS = 500;

/** Waits until `due` recipients have their messages; who has none, and who has more than one. */
export async function arrivalFaults(
  what: string,
  due: readonly string[],
  arrived: () => readonly string[],
): Promise<readonly string[]> {
  await waitUntil(() => due.every((one) => arrived().includes(one)), ARRIVED_WITHIN_MS);
  await pause(DOUBLED_WITHIN_MS);
  const lost = due.filter((one) => !arrived().includes(one));
  const doubled = arrived().filter((one, index, all) => all.indexOf(one) !== index);
  const unwanted = arrived().filter((one) => !due.includes(one));
  return [
    ...lost.map(() => `A ${what} is lost.`),
    ...doubled.map(() => `A ${what} came twice.`),
    ...unwanted.map(() => `A ${what} went to somebody who is not to have it.`),
  ];
}
