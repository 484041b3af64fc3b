import { mediaBase } from "../../src/sim/media-base.ts";
import { runCall } from "../../src/sim/run-call.ts";
import { books, hasty } from "./callers.ts";
import { type OpenUpstream, serverFor } from "./cell.ts";
import type { Ground } from "./ground.ts";
import { TaggedSpeech } from "./tagged-speech.ts";

const nothing: OpenUpstream = {
  settings: {},
  setFault: () => undefined,
  sockets: () => 0,
  [Symbol.asyncDispose]: async () => undefined,
};

/** One typed booking, so that no call that is looked at waits for code and statements that have never run. */
export async function warmUp(ground: Ground): Promise<void> {
  const speech = new TaggedSpeech(ground.clip);
  const server = await serverFor({}, { opened: nothing, speech, ground });
  const base = mediaBase(server.url);
  await runCall({ caller: books, base, voices: speech, voice: "rob", seed: 1, manners: hasty, typed: true });
  await server.close(0);
}
