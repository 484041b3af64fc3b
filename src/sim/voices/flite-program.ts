import { type WasmFunction, type WasmModule, wasm } from "./web-assembly.ts";

/** What Flite is told: its voice, how much slower than usual, and how high. */
export interface FliteOptions {
  readonly voice: "slt" | "rms" | "awb" | "kal" | "kal16";
  /** 1 = as recorded; 1.2 = a fifth slower. */
  readonly stretch: number;
  /** Mean pitch in hertz; null = the voice's own. */
  readonly pitchHz: number | null;
}

const EBADF = 8;
const DIRECTORY_FD = 3;
const FILE_FD = 4;
const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR_FILE = 4;
const FROM_START = 0;
const FROM_HERE = 1;

class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the program ended with ${code}`);
    this.code = code;
  }
}

/**
 * Runs the Flite command once over `text` and returns the WAV file it writes. The program sees a WASI world of one
 * directory with one file in memory, so nothing touches the disk. Takes 20-170 ms for a sentence and about 22 MB while
 * it runs. Throws when the program reports a failure.
 */
export function runFlite(module: WasmModule, text: string, options: FliteOptions): Uint8Array {
  const world = new World([
    ...["flite", "-voice", options.voice, "--setf", `duration_stretch=${options.stretch}`],
    ...(options.pitchHz === null ? [] : ["--setf", `int_f0_target_mean=${options.pitchHz}`]),
    ...["-t", text, "/out.wav"],
  ]);
  const instance = new wasm.Instance(module, { wasi_snapshot_preview1: world.imports() });
  world.memory = instance.exports.memory;
  try {
    instance.exports._start();
  } catch (error) {
    if (!(error instanceof Exit) || error.code !== 0) throw error;
  }
  return world.file();
}

/** The part of WASI preview 1 that Flite calls. Numbers are offsets in the program's memory, as the standard has them. */
class World {
  memory: { readonly buffer: ArrayBuffer } | null = null;
  readonly #args: readonly Uint8Array[];
  #content = new Uint8Array(1 << 18);
  #size = 0;
  #position = 0;

  constructor(args: readonly string[]) {
    const encoder = new TextEncoder();
    this.#args = args.map((arg) => encoder.encode(`${arg}\0`));
  }

  file(): Uint8Array {
    return this.#content.subarray(0, this.#size);
  }

  imports(): Record<string, WasmFunction> {
    return {
      args_sizes_get: (count: number, size: number) => {
        this.#set32(count, this.#args.length);
        return this.#set32(
          size,
          this.#args.reduce((sum, arg) => sum + arg.length, 0),
        );
      },
      args_get: (pointers: number, buffer: number) => this.#writeArgs(pointers, buffer),
      clock_time_get: (_clock: number, _precision: bigint, result: number) => {
        this.#view().setBigUint64(result, 0n, true);
        return 0;
      },
      fd_close: () => 0,
      fd_fdstat_get: (fd: number, result: number) => this.#describe(fd, result),
      fd_fdstat_set_flags: () => 0,
      fd_prestat_get: (fd: number, result: number) => {
        if (fd !== DIRECTORY_FD) return EBADF;
        this.#set32(result, 0);
        return this.#set32(result + 4, 1);
      },
      fd_prestat_dir_name: (_fd: number, buffer: number) => {
        this.#bytes()[buffer] = "/".charCodeAt(0);
        return 0;
      },
      fd_read: (_fd: number, _vectors: number, _count: number, result: number) => this.#set32(result, 0),
      fd_seek: (fd: number, offset: bigint, whence: number, result: number) =>
        this.#seek({ fd, offset: Number(offset), whence, result }),
      fd_write: (fd: number, vectors: number, count: number, result: number) =>
        this.#write({ fd, vectors, count, result }),
      path_open: (...parameters: number[]) => this.#set32(parameters[8] ?? 0, FILE_FD),
      proc_exit: (code: number) => {
        throw new Exit(code);
      },
    };
  }

  #writeArgs(pointers: number, buffer: number): number {
    let at = buffer;
    for (const [index, arg] of this.#args.entries()) {
      this.#set32(pointers + index * 4, at);
      this.#bytes().set(arg, at);
      at += arg.length;
    }
    return 0;
  }

  #describe(fd: number, result: number): number {
    if (fd > FILE_FD) return EBADF;
    const type = fd === FILE_FD ? REGULAR_FILE : fd === DIRECTORY_FD ? DIRECTORY : CHARACTER_DEVICE;
    const view = this.#view();
    view.setUint8(result, type);
    view.setUint16(result + 2, 0, true);
    view.setBigUint64(result + 8, 0xffff_ffffn, true);
    view.setBigUint64(result + 16, 0xffff_ffffn, true);
    return 0;
  }

  #seek(to: { fd: number; offset: number; whence: number; result: number }): number {
    if (to.fd === FILE_FD) {
      const from = to.whence === FROM_START ? 0 : to.whence === FROM_HERE ? this.#position : this.#size;
      this.#position = from + to.offset;
    }
    this.#view().setBigUint64(to.result, BigInt(this.#position), true);
    return 0;
  }

  #write(order: { fd: number; vectors: number; count: number; result: number }): number {
    const view = this.#view();
    let written = 0;
    for (let index = 0; index < order.count; index++) {
      const start = view.getUint32(order.vectors + index * 8, true);
      const length = view.getUint32(order.vectors + index * 8 + 4, true);
      if (order.fd === FILE_FD) this.#append(this.#bytes().subarray(start, start + length));
      written += length;
    }
    return this.#set32(order.result, written);
  }

  #append(bytes: Uint8Array): void {
    const end = this.#position + bytes.length;
    if (end > this.#content.length) {
      const larger = new Uint8Array(Math.max(end, this.#content.length * 2));
      larger.set(this.#content.subarray(0, this.#size));
      this.#content = larger;
    }
    this.#content.set(bytes, this.#position);
    this.#position = end;
    this.#size = Math.max(this.#size, end);
  }

  #set32(at: number, value: number): 0 {
    this.#view().setUint32(at, value, true);
    return 0;
  }

  #bytes(): Uint8Array {
    if (this.memory === null) throw new Error("the program has no memory yet");
    return new Uint8Array(this.memory.buffer);
  }

  /** Made anew each time: growing the memory detaches the buffer. */
  #view(): DataView {
    if (this.memory === null) throw new Error("the program has no memory yet");
    return new DataView(this.memory.buffer);
  }
}
