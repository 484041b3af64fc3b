import type { Task } from "./task.ts";

/** The practice does not text the number any more. */
export const stopTexting: Task = {
  id: "stopTexting",
  fields: () => ["phone"],
  wanted: {},
  stages: ["fields", "stopTexting"],
};
