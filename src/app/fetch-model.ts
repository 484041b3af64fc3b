import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { download, WrongDigestError } from "../partners/download/resumable-download.ts";
import { UnpackError, unpack } from "../partners/download/unpack.ts";
import { openUpstream } from "../partners/http/upstream.ts";
import { type ResilienceLimits, resilience, usualLimits } from "../partners/resilience/resilience.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { Upstream } from "../ports/upstream.ts";
import { WorldError } from "../ports/world-error.ts";
import { systemClock } from "../runtime/runtime.ts";
import type { LocalModel } from "../speech/local/local-models.data.ts";
import { isPresent } from "../speech/local/present-models.ts";

export interface FetchModelParts {
  /** `https://github.com/k2-fsa/sherpa-onnx/releases/download`, or a mirror of it. */
  readonly address: string;
  /** The folder of all models. */
  readonly root: string;
  readonly telemetry: Telemetry;
  readonly progress: (doneBytes: number, ofBytes: number | null) => void;
  /** Limits of the whole download, for a test that cannot wait. */
  readonly limits?: ResilienceLimits;
}

/** A model could not be fetched; the message says what the person at the terminal can do. */
export class FetchModelError extends Error {
  override readonly name = "FetchModelError";
}

const HOUR_MS = 60 * 60 * 1000;

/** Nobody else has another way: a server that fails is asked until the attempts are over. */
const NEVER_RESTS = Number.POSITIVE_INFINITY;

/** Each try goes on where the one before it broke off, so a slow line may take its time. */
const patientLimits: ResilienceLimits = {
  ...usualLimits,
  attempts: 6,
  attemptMs: 6 * HOUR_MS,
  deadlineMs: 12 * HOUR_MS,
  backOff: { firstMs: 500, capMs: 8_000 },
  restAfterFailures: NEVER_RESTS,
};

/** Until a server answers; its answer may then take as long as it goes on coming. */
const answerLimits: ResilienceLimits = {
  ...usualLimits,
  attempts: 1,
  attemptMs: 20_000,
  deadlineMs: 20_000,
  restAfterFailures: NEVER_RESTS,
};

/** Fetches a model and unpacks it. Says `present` when it is there already. Throws a `FetchModelError`. */
export async function fetchModel(model: LocalModel, parts: FetchModelParts): Promise<"fetched" | "present"> {
  const { address, root, telemetry, progress } = parts;
  if (await isPresent(root, model)) return "present";
  const url = `${address.replace(/\/$/, "")}/${model.archive}`;
  const path = join(root, basename(model.archive));
  await using doors = new AsyncDisposableStack();
  const policy = { service: "models", clock: systemClock, telemetry };
  try {
    await mkdir(root, { recursive: true });
    await download(
      { url, path, sha256: model.sha256, progress },
      {
        resilience: resilience({ ...policy, limits: parts.limits ?? patientLimits }),
        upstream: doorTo(doors, (origin) =>
          openUpstream({ ...policy, address: origin, limits: answerLimits }),
        ),
      },
    );
    await unpack({ archive: path, folder: model.folder, into: root });
  } catch (error) {
    throw mendOf(error, { url, path });
  }
  if (!(await isPresent(root, model)))
    throw new FetchModelError(
      `${path} does not hold the files of ${model.id}; this version does not know it`,
    );
  await rm(path);
  return "fetched";
}

/** One door for each origin that redirects lead to. */
function doorTo(
  doors: AsyncDisposableStack,
  open: (origin: string) => Upstream,
): (origin: string) => Upstream {
  const known = new Map<string, Upstream>();
  return (origin) => {
    const door = known.get(origin) ?? doors.adopt(open(origin), (one) => one.close());
    known.set(origin, door);
    return door;
  };
}

function mendOf(error: unknown, { url, path }: { url: string; path: string }): unknown {
  if (error instanceof WrongDigestError) return new FetchModelError(`${error.message}. Run this again.`);
  if (error instanceof UnpackError) return new FetchModelError(error.message);
  if (!(error instanceof WorldError)) return error;
  const why = error.cause instanceof Error ? error.cause.message : "no answer";
  return new FetchModelError(
    `${new URL(url).origin} cannot be reached from here or does not have the file (${why}). Run this again to go on where it ` +
      `broke off; or fetch ${url} on another machine, put it at ${path}, and run this again; or set SHERPA_MODELS_URL to a mirror.`,
  );
}
