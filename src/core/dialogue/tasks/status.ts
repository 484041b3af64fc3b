import { proofFields } from "../person/identity.ts";
import type { Task } from "./task.ts";

/** Tells how far the work on the caller's vehicles is. */
export const status: Task = {
  id: "status",
  fields: proofFields,
  wanted: {},
  stages: ["identity", "proof", "status"],
};
