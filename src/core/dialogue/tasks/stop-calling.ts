import type { Task } from "./task.ts";

/** The practice never calls the number again. */
export const stopCalling: Task = {
  id: "stopCalling",
  fields: () => ["phone"],
  wanted: {},
  stages: ["fields", "stopCalling"],
};
