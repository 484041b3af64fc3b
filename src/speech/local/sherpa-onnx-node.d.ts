/** What is used of the package, which brings no types. Configurations are passed on to native code as they are. */
declare module "sherpa-onnx-node" {
  export interface Waveform {
    /** From -1 to 1. */
    readonly samples: Float32Array;
    readonly sampleRate: number;
  }

  export interface OnlineStream {
    acceptWaveform(sound: Waveform): void;
    inputFinished(): void;
  }

  export interface OnlineRecognizer {
    createStream(): OnlineStream;
    isReady(stream: OnlineStream): boolean;
    decode(stream: OnlineStream): void;
    /** `ys_probs`: the logarithm of each token's probability. */
    getResult(stream: OnlineStream): { readonly text: string; readonly ys_probs?: readonly number[] };
  }

  export interface OfflineTts {
    generate(request: {
      readonly text: string;
      readonly sid: number;
      readonly speed: number;
      readonly enableExternalBuffer: boolean;
    }): Waveform;
  }

  /** The constructors throw when a file of the configuration is missing. */
  const sherpa: {
    readonly OnlineRecognizer: new (config: object) => OnlineRecognizer;
    readonly OfflineTts: new (config: object) => OfflineTts;
  };
  export default sherpa;
}
