import type { Task } from "./task.ts";

/** Takes a ticket: somebody of the practice calls back, whoever was named if somebody was. */
export const callBack: Task = {
  id: "callBack",
  fields: () => ["phone", "staff"],
  wanted: { staff: () => false },
  stages: ["fields", "ticket"],
};
