import type { Task } from "./task.ts";

/** Takes a ticket: somebody of the practice calls back. */
export const callBack: Task = {
  id: "callBack",
  fields: () => ["phone"],
  wanted: {},
  stages: ["fields", "ticket"],
};
