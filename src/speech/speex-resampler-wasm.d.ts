declare module "@echogarden/speex-resampler-wasm/simd" {
  /** Emscripten's factory; the result has the C functions with a leading underscore and the heap views. */
  export default function createModule(): Promise<unknown>;
}
