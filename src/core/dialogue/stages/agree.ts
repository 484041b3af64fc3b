import { aimAt, type StageOf } from "./next.ts";

/** What cannot be taken back waits for a yes of its own. */
export const agree: StageOf = ({ agreed }) => (agreed ? null : aimAt({ kind: "agree" }));
