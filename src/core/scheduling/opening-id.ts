import type { EpochMs, OfferingId, OpeningId, ResourceId } from "../values/ids.ts";

export interface OpeningName {
  readonly resource: ResourceId;
  readonly start: EpochMs;
  readonly offering: OfferingId;
}

/** `<resource>@<epoch ms>/<offering>`. */
export function openingId({ resource, start, offering }: OpeningName): OpeningId {
  return `${resource}@${start}/${offering}`;
}

/** Null for a text that is no opening id. */
export function readOpeningId(id: OpeningId): OpeningName | null {
  const parts = /^(.+)@(\d{1,15})\/(.+)$/.exec(id);
  if (parts === null) return null;
  const [, resource = "", start = "", offering = ""] = parts;
  return { resource, start: Number(start), offering };
}
