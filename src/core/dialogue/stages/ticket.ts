import { ticketOf } from "../person/person-details.ts";
import { request, type StageOf } from "./next.ts";

/** Staff are told what the caller wants of them. */
export const ticket: StageOf = (state) => request(ticketOf(state));
