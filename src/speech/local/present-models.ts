import { access } from "node:fs/promises";
import { join } from "node:path";
import { type LocalModel, localModels } from "./local-models.data.ts";

/** A model with the paths of its files. */
export type PresentModel<Kind extends LocalModel["kind"]> = Extract<LocalModel, { kind: Kind }>;

/** The best model of a kind of which every file is under `root`, with whole paths; null when there is none. */
export async function presentModel<Kind extends LocalModel["kind"]>(
  root: string,
  kind: Kind,
): Promise<PresentModel<Kind> | null> {
  for (const model of localModels) {
    if (model.kind !== kind || !(await isPresent(root, model))) continue;
    const files = Object.entries(model.files).map(([name, file]) => [name, join(root, model.folder, file)]);
    return { ...model, files: Object.fromEntries(files) } as PresentModel<Kind>;
  }
  return null;
}

/** Whether every file of a model is under `root`. */
export async function isPresent(root: string, { folder, files }: LocalModel): Promise<boolean> {
  const looked = await Promise.allSettled(
    Object.values(files).map((file) => access(join(root, folder, file))),
  );
  return looked.every(({ status }) => status === "fulfilled");
}
