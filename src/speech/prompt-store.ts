import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Sounds as files. Losing one costs its synthesis and nothing else, so every fault of the disk is a miss. */
export interface PromptStore {
  read(key: string): Promise<Uint8Array | null>;
  /** Returns at once. A file appears whole or not at all, also when two processes write the same. */
  write(key: string, sound: Uint8Array): void;
  /** Resolves when everything written so far is on disk or has failed. */
  settled(): Promise<void>;
}

export function promptStore(directory: string): PromptStore {
  const writing = new Set<Promise<void>>();
  const pathOf = (key: string) => join(directory, `${key}.ulaw`);
  return {
    async read(key) {
      try {
        return new Uint8Array(await readFile(pathOf(key)));
      } catch {
        return null;
      }
    },
    write(key, sound) {
      const written: Promise<void> = writeWhole(directory, pathOf(key), sound)
        .catch(() => undefined)
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}

async function writeWhole(directory: string, path: string, sound: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, sound);
  await rename(draft, path);
}
