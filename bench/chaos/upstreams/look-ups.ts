import { findsFacts } from "../../../src/sim/emulators/finds-facts.ts";
import { startOpenAiCompatible } from "../../../src/sim/emulators/openai-compatible.ts";
import { startUsps } from "../../../src/sim/emulators/usps.ts";
import { startVpic } from "../../../src/sim/emulators/vpic.ts";
import { books, newCarByVin, wandersOff } from "../callers.ts";
import type { Upstream } from "../cell.ts";
import { answerFaults, KEY, streamFaults, upstreamOf } from "./emulated.ts";

/** Whoever is asked something while the caller waits, or while they go on. */
export const lookUpUpstreams: readonly Upstream[] = [
  {
    name: "language-model",
    faults: streamFaults,
    caller: wandersOff,
    middle: "ask:name",
    async open() {
      const emulator = await startOpenAiCompatible({ behaviour: findsFacts, firstTokenMs: 400 });
      return upstreamOf(emulator, { LLM_URL: emulator.address, LLM_MODEL: "example" });
    },
  },
  {
    name: "usps",
    faults: answerFaults,
    caller: books,
    middle: "ask:name",
    async open() {
      const emulator = await startUsps({ clientId: "frontdesk", clientSecret: KEY, delivered: [] });
      return upstreamOf(emulator, {
        USPS_CLIENT_ID: "frontdesk",
        USPS_CLIENT_SECRET: KEY,
        USPS_URL: emulator.address,
      });
    },
  },
  {
    name: "vpic",
    faults: answerFaults,
    caller: newCarByVin,
    middle: "ask:vehicle",
    async open() {
      const known = { "1HGCM82633A004352": { Make: "HONDA", Model: "Accord", ModelYear: "2003" } };
      const emulator = await startVpic(known);
      return upstreamOf(emulator, { VIN_DECODER_URL: emulator.address });
    },
  },
];
