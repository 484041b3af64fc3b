import type { EpochMs, OfferingId, OpeningId, ResourceId } from "../values/ids.ts";

export interface OpeningName {
  readonly resource: ResourceId;
  readonly also: readonly ResourceId[];
  readonly start: EpochMs;
  readonly offering: OfferingId;
}

/** `<resource>[+<resource>…]@<epoch ms>/<offering>`. */
export function openingId({ resource, also, start, offering }: OpeningName): OpeningId {
  return `${[resource, ...also].join("+")}@${start}/${offering}`;
}

/** Null for a text that is no opening id. */
export function readOpeningId(id: OpeningId): OpeningName | null {
  const parts = /^(.+)@(\d{1,15})\/(.+)$/.exec(id);
  if (parts === null) return null;
  const [, resources = "", start = "", offering = ""] = parts;
  const [resource = "", ...also] = resources.split("+");
  return { resource, also, start: Number(start), offering };
}
