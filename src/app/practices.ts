import type { Practice } from "../core/practice/practice.ts";
import type { EpochMs, PracticeId } from "../core/values/ids.ts";
import { HolidayCalendar } from "../ledger/holidays.ts";
import { loadPractice, PracticeError, practiceIds } from "../practices/load-practice.ts";
import { UsageError } from "./usage-error.ts";

/** All practices of a folder. Throws one `PracticeError` with the mistakes of every file. */
export async function loadPractices(folder: string): Promise<ReadonlyMap<PracticeId, Practice>> {
  const ids = await practiceIds(folder);
  if (ids.length === 0)
    throw new PracticeError(folder, ["there is no practice file (<name>.yaml) in this folder"]);
  const loaded = await Promise.allSettled(ids.map((id) => loadPractice(folder, id)));
  const practices = new Map<PracticeId, Practice>();
  const faulty: PracticeError[] = [];
  for (const one of loaded) {
    if (one.status === "fulfilled") practices.set(one.value.id, one.value);
    else if (one.reason instanceof PracticeError) faulty.push(one.reason);
    else throw one.reason;
  }
  const [first, ...others] = faulty;
  if (first === undefined) return practices;
  if (others.length === 0) throw first;
  throw new PracticeError(
    folder,
    faulty.flatMap((one) => one.message.split("\n")),
  );
}

/** The one that `--practice` names, else a `UsageError` that names those there are. */
export function practiceNamed(id: string, practices: ReadonlyMap<PracticeId, Practice>): Practice {
  const practice = practices.get(id);
  if (practice !== undefined) return practice;
  throw new UsageError(`there is no practice "${id}"; there are: ${[...practices.keys()].join(", ")}`);
}

/** The same with public holidays of this year and the next among the closures, so that callers are told of them. */
export function withHolidays(
  practices: ReadonlyMap<PracticeId, Practice>,
  now: EpochMs,
): ReadonlyMap<PracticeId, Practice> {
  const holidays = new HolidayCalendar();
  return new Map(
    [...practices].map(([id, practice]) => {
      const closures = [...new Set([...practice.closures, ...holidays.around(practice, now)])];
      return [id, { ...practice, closures }] as const;
    }),
  );
}

/**
 * The line's own test beside the practices: whoever calls `echo` hears themselves. It borrows the first practice's file,
 * since it talks about nothing in it.
 */
export function withEcho(practices: ReadonlyMap<PracticeId, Practice>): ReadonlyMap<PracticeId, Practice> {
  const [first] = practices.values();
  if (first === undefined || practices.has("echo")) return practices;
  return new Map([...practices, ["echo", { ...first, id: "echo", name: "Echo test", numbers: [] }]]);
}
