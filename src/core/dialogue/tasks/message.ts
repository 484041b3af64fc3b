import type { Task } from "./task.ts";

/** Takes a message for somebody of the practice, or for a department. */
export const message: Task = {
  id: "message",
  fields: () => ["staff", "messageText", "name", "phone"],
  wanted: {},
  stages: ["fields", "ticket"],
};
