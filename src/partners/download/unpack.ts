import { spawn } from "node:child_process";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** The archive is whole, and still it could not be unpacked here. */
export class UnpackError extends Error {
  override readonly name = "UnpackError";
}

/**
 * Unpacks one folder of an archive into `into`, where it appears whole or not at all, in the place of one that is there.
 * Only for archives whose digest was checked: what is in them is trusted.
 */
export async function unpack({
  archive,
  folder,
  into,
}: {
  archive: string;
  folder: string;
  into: string;
}): Promise<void> {
  const draft = await mkdtemp(join(into, ".unpacking-"));
  try {
    await runTar(archive, draft);
    await rm(join(into, folder), { recursive: true, force: true });
    await rename(join(draft, folder), join(into, folder)).catch((cause: unknown) => {
      throw new UnpackError(`${archive} holds no folder ${folder}`, { cause });
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** `tar` is part of every system that Node runs on; for `bz2` some small ones lack `bzip2`. */
function runTar(archive: string, into: string): Promise<void> {
  const child = spawn("tar", ["-xf", archive, "-C", into], { stdio: ["ignore", "ignore", "pipe"] });
  const said: Buffer[] = [];
  child.stderr.on("data", (piece: Buffer) => said.push(piece));
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => reject(new UnpackError("there is no tar on this machine", { cause })));
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const reason = Buffer.concat(said).toString().trim().split("\n")[0] ?? "";
      reject(new UnpackError(`tar cannot unpack ${archive} (${reason}); is bzip2 installed?`));
    });
  });
}
