// A whole server in a process of its own that a test may kill, with ears that hear what the test tells it.
import pg from "pg";
import { toneSynthesizer } from "../../speech/tone-synthesizer.ts";
import { startServer } from "../server.ts";
import { readSettings } from "../settings.ts";
import { toldRecognizer } from "./told-recognizer.ts";

/** Where in the booking's transaction the process dies, as if it were killed from outside in that moment. */
export type Death = "beforeTheCommit" | "afterTheCommit";

export type MortalOrder =
  /** `line` counts the lines of the server from 0. */
  { readonly kind: "hear"; readonly line: number; readonly text: string } | { readonly kind: "stop" };

const death = process.argv[2];
if (death !== undefined) dieWhenBooking(death as Death);
const synthesizer = toneSynthesizer({ msPerCharacter: 1 });
const { recognizer, lines } = toldRecognizer();

const server = await startServer(readSettings(process.env), {
  speech: {
    recognizer,
    synthesizer,
    [Symbol.asyncDispose]: () => synthesizer.close(),
  },
});

process.on("message", (order: MortalOrder) => {
  if (order.kind === "hear") lines[order.line]?.(order.text);
  else void server.close(0).then(() => process.exit(0));
});
process.on("disconnect", () => process.exit(0));
process.send?.({ url: server.url });

/** Watches the statements on their way to the database, and kills the process at one of them. */
function dieWhenBooking(when: Death): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const booking = new WeakSet<object>();
  const watched = async function (this: object, ...args: unknown[]) {
    const [statement] = args as [string | { text?: string }];
    const text = typeof statement === "string" ? statement : (statement.text ?? "");
    if (text.includes("add_booking(")) booking.add(this);
    const commits = text === "COMMIT" && booking.has(this);
    if (commits && when === "beforeTheCommit") process.kill(process.pid, "SIGKILL");
    const result = await query.apply(this, args);
    if (commits) process.kill(process.pid, "SIGKILL");
    return result;
  };
  Object.assign(pg.Client.prototype, { query: watched });
}
