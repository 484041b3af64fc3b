import type { Stage } from "../tasks/task.ts";
import { agree } from "./agree.ts";
import { book } from "./book.ts";
import { bookings } from "./bookings.ts";
import { cancel } from "./cancel.ts";
import { confirm } from "./confirm.ts";
import { fields } from "./fields.ts";
import { hold } from "./hold.ts";
import { identity } from "./identity.ts";
import type { StageOf } from "./next.ts";
import { openings } from "./openings.ts";
import { proof } from "./proof.ts";
import { readBack } from "./read-back.ts";
import { reschedule } from "./reschedule.ts";
import { status } from "./status.ts";
import { stopCalling } from "./stop-calling.ts";
import { stopTexting } from "./stop-texting.ts";
import { suggestion } from "./suggestion.ts";
import { ticket } from "./ticket.ts";
import { waitlist } from "./waitlist.ts";

export const stages: { readonly [S in Stage]: StageOf } = {
  identity,
  proof,
  bookings,
  hold,
  fields,
  suggestion,
  openings,
  readBack,
  agree,
  book,
  reschedule,
  cancel,
  confirm,
  waitlist,
  ticket,
  stopCalling,
  stopTexting,
  status,
};
