import { bookClinic } from "./book-clinic.ts";
import { callBack } from "./call-back.ts";
import type { Task, TaskId } from "./task.ts";

export const tasks: { readonly [T in TaskId]: Task } = { book: bookClinic, callBack };
