/** Ears: a streaming transducer. Voice: a VITS model of Piper's. Names of files are within the model's folder. */
export type LocalModel = {
  readonly id: string;
  /** What people choose by. */
  readonly about: string;
  /** Its folder, as the archive has it. */
  readonly folder: string;
  /** Below the address of the releases. */
  readonly archive: string;
  readonly megabytes: number;
  readonly sha256: string;
  /** Of the model, and of what it was trained on. */
  readonly licence: string;
} & (
  | {
      readonly kind: "ears";
      readonly files: Readonly<Record<"encoder" | "decoder" | "joiner" | "tokens", string>>;
    }
  | { readonly kind: "voice"; readonly files: Readonly<Record<"model" | "tokens" | "dataDir", string>> }
);

export const releasesAddress = "https://github.com/k2-fsa/sherpa-onnx/releases/download";

/**
 * Of one kind the first that is there is used. The digests are of the archives as they are published, as several projects have
 * pinned them independently.
 */
export const localModels: readonly LocalModel[] = [
  {
    id: "ears-large",
    kind: "ears",
    about: "English, larger and more accurate",
    folder: "sherpa-onnx-streaming-zipformer-en-2023-06-26",
    archive: "asr-models/sherpa-onnx-streaming-zipformer-en-2023-06-26.tar.bz2",
    megabytes: 310,
    sha256: "639e25b578e9e997131402199419c13a941f8e4e198e2da1ce57dbf5cf401282",
    licence: "Apache-2.0; trained on LibriSpeech (CC BY 4.0)",
    files: {
      encoder: "encoder-epoch-99-avg-1-chunk-16-left-128.int8.onnx",
      decoder: "decoder-epoch-99-avg-1-chunk-16-left-128.onnx",
      joiner: "joiner-epoch-99-avg-1-chunk-16-left-128.int8.onnx",
      tokens: "tokens.txt",
    },
  },
  {
    id: "ears",
    kind: "ears",
    about: "English, small and quick",
    folder: "sherpa-onnx-streaming-zipformer-en-20M-2023-02-17",
    archive: "asr-models/sherpa-onnx-streaming-zipformer-en-20M-2023-02-17.tar.bz2",
    megabytes: 128,
    sha256: "9c559283e8498d3fe95913c79ca1cb454bb26281ac2b102b41306c7d752765d9",
    licence: "Apache-2.0; trained on LibriSpeech (CC BY 4.0)",
    files: {
      encoder: "encoder-epoch-99-avg-1.int8.onnx",
      decoder: "decoder-epoch-99-avg-1.onnx",
      joiner: "joiner-epoch-99-avg-1.int8.onnx",
      tokens: "tokens.txt",
    },
  },
  {
    id: "voice",
    kind: "voice",
    about: "American English, a woman's voice (Lessac)",
    folder: "vits-piper-en_US-lessac-medium",
    archive: "tts-models/vits-piper-en_US-lessac-medium.tar.bz2",
    megabytes: 67,
    sha256: "9e3febfacf0abf4270172d2958bcec246032b7e88efc2720840cc80c93de334e",
    licence: "the Blizzard 2013 licence of the Lessac recordings: read it before commercial use",
    files: { model: "en_US-lessac-medium.onnx", tokens: "tokens.txt", dataDir: "espeak-ng-data" },
  },
];
