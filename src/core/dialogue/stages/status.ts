import { request, type StageOf } from "./next.ts";

export const status: StageOf = ({ identity: { person } }) =>
  person === null ? null : request({ kind: "askStatus", person });
