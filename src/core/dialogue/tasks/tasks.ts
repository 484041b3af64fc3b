import { book } from "./book.ts";
import { callBack } from "./call-back.ts";
import { cancel } from "./cancel.ts";
import { confirm } from "./confirm.ts";
import { message } from "./message.ts";
import { nextAvailable } from "./next-available.ts";
import { reschedule } from "./reschedule.ts";
import { status } from "./status.ts";
import { stopCalling } from "./stop-calling.ts";
import { stopTexting } from "./stop-texting.ts";
import type { Task, TaskId } from "./task.ts";
import { waitlist } from "./waitlist.ts";

export const tasks: { readonly [T in TaskId]: Task } = {
  book,
  reschedule,
  cancel,
  confirm,
  nextAvailable,
  waitlist,
  status,
  message,
  callBack,
  stopCalling,
  stopTexting,
};
