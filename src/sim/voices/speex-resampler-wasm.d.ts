declare module "@echogarden/speex-resampler-wasm" {
  /** The C interface of the Speex resampler; numbers are pointers into the module's memory. */
  interface SpeexModule {
    readonly HEAP16: Int16Array;
    readonly HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _speex_resampler_init(
      channels: number,
      inputRate: number,
      outputRate: number,
      quality: number,
      error: number,
    ): number;
    _speex_resampler_skip_zeros(state: number): number;
    _speex_resampler_process_int(
      state: number,
      channel: number,
      input: number,
      inputLength: number,
      output: number,
      outputLength: number,
    ): number;
    _speex_resampler_destroy(state: number): void;
  }
  export default function SpeexResampler(): Promise<SpeexModule>;
}
