/**
 * Runs one WebAssembly command-line program to its end, in memory: arguments in, one written file out. There is no
 * file system and no clock behind it, so a run depends on its arguments alone and can reach nothing of the machine.
 */

/** The part of WebAssembly that is used here: neither the language nor Node's types declare it without the browser's. */
interface WasmApi {
  readonly Module: new (bytes: Uint8Array) => CompiledProgram;
  readonly Instance: new (
    module: CompiledProgram,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

declare const compiled: unique symbol;
/** A program's translated code, from which any number of instances can be prepared. */
export interface CompiledProgram {
  readonly [compiled]: true;
}

const wasm = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;

/** WASI error numbers, from the preview 1 specification. */
const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const CANNOT_SEEK = 70;

/** Descriptor 3 is the one directory that the program believes to have. */
const DIRECTORY = 3;

class ProgramExit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`program ended with ${code}`);
    this.code = code;
  }
}

/** A file that the program writes; grows by doubling. */
class MemoryFile {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #position = 0;

  write(piece: Uint8Array): void {
    const end = this.#position + piece.length;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(piece, this.#position);
    this.#position = end;
    this.#length = Math.max(this.#length, end);
  }

  /** `whence`: 0 from the start, 1 from here, 2 from the end. */
  seek(offset: number, whence: number): number {
    const base = whence === 0 ? 0 : whence === 1 ? this.#position : this.#length;
    this.#position = Math.max(0, base + offset);
    return this.#position;
  }

  contents(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** An instance that waits for its arguments; it can run once. Making it costs about 10 ms, which can be spent ahead. */
export interface PreparedProgram {
  /** The bytes of the last file that the program wrote. Throws when it ends with a fault. */
  run(args: readonly string[]): Uint8Array;
}

export function compileProgram(bytes: Uint8Array): CompiledProgram {
  return new wasm.Module(bytes);
}

export function prepareProgram(module: CompiledProgram): PreparedProgram {
  const world = new World();
  const instance = new wasm.Instance(module, {
    wasi_snapshot_preview1: { ...textCalls(world), ...fileCalls(world) },
  });
  world.memory = instance.exports["memory"] as { buffer: ArrayBuffer };
  return {
    run(args) {
      world.args = args.map((one) => new TextEncoder().encode(`${one}\0`));
      try {
        (instance.exports["_start"] as () => void)();
      } catch (error) {
        if (!(error instanceof ProgramExit) || error.code !== 0) throw error;
      }
      return [...world.files.values()].at(-1)?.contents() ?? new Uint8Array(0);
    },
  };
}

/** What the program sees beside its own memory. */
class World {
  memory: { readonly buffer: ArrayBuffer } = { buffer: new ArrayBuffer(0) };
  args: readonly Uint8Array[] = [];
  readonly files = new Map<number, MemoryFile>();

  /** Anew for each call: memory that grows moves. */
  get view(): DataView {
    return new DataView(this.memory.buffer);
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }
}

function textCalls(world: World) {
  return {
    args_sizes_get(count: number, size: number): number {
      world.view.setUint32(count, world.args.length, true);
      const whole = world.args.reduce((sum, one) => sum + one.length, 0);
      world.view.setUint32(size, whole, true);
      return SUCCESS;
    },
    args_get(pointers: number, text: number): number {
      for (const [index, one] of world.args.entries()) {
        world.view.setUint32(pointers + 4 * index, text, true);
        world.bytes.set(one, text);
        text += one.length;
      }
      return SUCCESS;
    },
    clock_time_get(_clock: number, _precision: bigint, result: number): number {
      world.view.setBigUint64(result, 0n, true);
      return SUCCESS;
    },
    proc_exit(code: number): void {
      throw new ProgramExit(code);
    },
  };
}

function fileCalls(world: World) {
  return {
    fd_close: () => SUCCESS,
    fd_read: () => BAD_DESCRIPTOR,
    fd_fdstat_set_flags: () => SUCCESS,
    fd_fdstat_get(fd: number, result: number): number {
      const everyRight = ~0n & 0xffffffffffffffffn;
      world.view.setUint8(result, fd === DIRECTORY ? 3 : 4);
      world.view.setUint16(result + 2, 0, true);
      world.view.setBigUint64(result + 8, everyRight, true);
      world.view.setBigUint64(result + 16, everyRight, true);
      return SUCCESS;
    },
    fd_prestat_get(fd: number, result: number): number {
      if (fd !== DIRECTORY) return BAD_DESCRIPTOR;
      world.view.setUint32(result, 0, true);
      world.view.setUint32(result + 4, 1, true);
      return SUCCESS;
    },
    fd_prestat_dir_name(_fd: number, text: number): number {
      world.bytes[text] = "/".charCodeAt(0);
      return SUCCESS;
    },
    fd_seek(fd: number, offset: bigint, whence: number, result: number): number {
      const file = world.files.get(fd);
      if (file === undefined) return CANNOT_SEEK;
      world.view.setBigUint64(result, BigInt(file.seek(Number(offset), whence)), true);
      return SUCCESS;
    },
    fd_write(fd: number, pieces: number, count: number, result: number): number {
      let written = 0;
      for (let piece = pieces; piece < pieces + 8 * count; piece += 8) {
        const start = world.view.getUint32(piece, true);
        const length = world.view.getUint32(piece + 4, true);
        world.files.get(fd)?.write(world.bytes.subarray(start, start + length));
        written += length;
      }
      world.view.setUint32(result, written, true);
      return SUCCESS;
    },
    path_open(...args: readonly unknown[]): number {
      const fd = DIRECTORY + 1 + world.files.size;
      world.files.set(fd, new MemoryFile());
      world.view.setUint32(args[8] as number, fd, true);
      return SUCCESS;
    },
  };
}
