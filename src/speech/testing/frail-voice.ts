import type { Synthesizer } from "../../ports/synthesizer.ts";

/** What a voice does with the next texts; between its pieces nothing else happens. */
export type Manner = "speaks" | "fails" | "failsInTheMiddle" | "hangs" | "hangsInTheMiddle";

export interface FrailVoice extends Synthesizer {
  readonly number: number;
  manner: Manner;
  /** Every text that it was given. */
  readonly said: string[];
}

/** A voice that says each text as two pieces of its own number, one byte a character, and can be told to fail. */
export function frailVoice(number: number): FrailVoice {
  const voice: FrailVoice = {
    number,
    manner: "speaks",
    said: [],
    async *speak(text, { signal }) {
      const words = text.reveal();
      voice.said.push(words);
      const half = Math.ceil(words.length / 2);
      await reach("fails", "hangs", signal);
      if (signal.aborted || half === 0) return;
      yield new Uint8Array(half).fill(number);
      await reach("failsInTheMiddle", "hangsInTheMiddle", signal);
      if (!signal.aborted && words.length > half) yield new Uint8Array(words.length - half).fill(number);
    },
    ready: () => null,
    close: async () => {},
  };
  async function reach(failing: Manner, hanging: Manner, signal: AbortSignal): Promise<void> {
    if (voice.manner === failing) throw new Error("a voice fails");
    if (voice.manner !== hanging || signal.aborted) return;
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  }
  return voice;
}
