/** The part of WebAssembly's interface that is used here: neither Node's types nor the language's declare it. */
export interface WasmModule {
  readonly [module: symbol]: never;
}

export type WasmFunction = (...parameters: never[]) => number | undefined;

interface WasmInstance {
  readonly exports: { readonly memory: { readonly buffer: ArrayBuffer }; readonly _start: () => void };
}

interface Wasm {
  readonly Module: new (program: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, WasmFunction>>>>,
  ) => WasmInstance;
}

export const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly;
