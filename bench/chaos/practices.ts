import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ids = ["clinic", "auto-service"];
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What is asked for there: calls are as short as those that need every part of the house can be. */
export interface Questions {
  /** The address for the confirmation, and whether it may be texted. */
  readonly messages: boolean;
}

/** Writes the project's practices into a folder: open at any hour, so that a person can always be had, and asking for less. */
export async function writePractices(folder: string, { messages }: Questions): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp("practices", folder, { recursive: true });
  const always = days.map((day) => `  ${day}: 00:00-24:00\n`).join("");
  for (const id of ids) {
    const path = join(folder, `${id}.yaml`);
    const file = await readFile(path, "utf8");
    const open = file.replace(/^hours:\n(?: {2}\w{3}: .*\n)+/m, `hours:\n${always}`);
    const short = open.replace(/^askFor: .*$/m, (line) => line.replace(" seenBefore,", ""));
    const silent = short.replace(/^texts: true\n/m, "").replace(/^(askFor: .*) email,/m, "$1");
    await writeFile(path, messages ? short : silent);
  }
  return folder;
}
