import type { PersonId, PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { Deed, LedgerOfStaff, MergeRecord } from "../ledger-of-staff.ts";
import type { MemoryState } from "./memory-state.ts";

/** Writes down what staff did, with the time. */
export type KeepDeed = (practice: PracticeId, deed: Omit<Deed, "at">) => void;

type MergeMethods = Pick<
  LedgerOfStaff,
  "duplicates" | "mergePeople" | "mergeVehicles" | "undoMerge" | "keepApart" | "merges"
>;

/** The part of the port that makes two into one, and two again, over what lies in memory. */
export function memoryMergeMethods(state: MemoryState, keep: KeepDeed): MergeMethods {
  const { calendar, now } = state;
  const among = state.people.merges;
  const merges: { readonly record: Omit<MergeRecord, "names">; readonly undo: () => void }[] = [];
  const merged = (practice: PracticeId, record: Omit<MergeRecord, "at" | "names">, undo: () => void) => {
    merges.unshift({ record: { ...record, at: now() }, undo });
    const deed = record.kind === "person" ? "mergePeople" : "mergeVehicles";
    keep(practice, { deed, staff: record.staff, subjects: [record.kept, record.merged] });
  };
  return {
    duplicates: async (practice) => (practice === state.practice.id ? among.duplicates : []),
    async mergePeople(practice, pair, staff) {
      const { answer, undo } = among.mergePeople(pair);
      if (undo === undefined) return answer;
      const moved = calendar.bookings.filter(({ person }) => person === pair.merged).map(({ id }) => id);
      const give = (person: PersonId) => {
        for (const one of calendar.bookings)
          if (moved.includes(one.id)) calendar.change(one, { person, changedAt: one.changedAt });
      };
      give(pair.kept);
      const undoAll = () => {
        undo();
        give(pair.merged);
      };
      merged(practice, { kind: "person", ...pair, staff }, undoAll);
      return answer;
    },
    async mergeVehicles(practice, pair, staff) {
      const { answer, undo } = among.mergeVehicles(pair);
      if (undo !== undefined) merged(practice, { kind: "vehicle", ...pair, staff }, undo);
      return answer;
    },
    async undoMerge(practice, pair, staff) {
      const index = merges.findIndex(
        ({ record }) =>
          record.kind === pair.kind && record.kept === pair.kept && record.merged === pair.merged,
      );
      const stands = among.mergedInto(pair.kept) === undefined && among.mergedInto(pair.merged) === pair.kept;
      const [found] = index < 0 || !stands ? [] : merges.splice(index, 1);
      if (found === undefined) return "notThere";
      found.undo();
      keep(practice, { deed: "undoMerge", staff, subjects: [pair.kept, pair.merged] });
      return "parted";
    },
    async keepApart(practice, { one, other }, staff) {
      if (among.keepApart({ one, other }))
        keep(practice, { deed: "keepApart", staff, subjects: [one, other] });
    },
    merges: async (practice) =>
      practice === state.practice.id
        ? merges.map(({ record }) => ({ ...record, names: hide(among.namesOf(record)) }))
        : [],
  };
}
