import type { FieldId } from "../field-ids.ts";
import type { Task } from "./task.ts";

const enoughToLook: readonly FieldId[] = ["complaint", "seenBefore", "services", "time"];

/** Tells the next openings before anything personal is asked. Whoever takes one goes on with `book`. */
export const nextAvailable: Task = {
  id: "nextAvailable",
  fields: ({ askFor }) => enoughToLook.filter((field) => askFor.includes(field)),
  wanted: { seenBefore: (state) => state.identity.state !== "known", time: () => false },
  stages: ["fields", "openings"],
};
