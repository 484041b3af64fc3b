import type { Upstream } from "../cell.ts";
import { lookUpUpstreams } from "./look-ups.ts";
import { mailUpstream } from "./mail.ts";
import { secondVendors, speechUpstreams } from "./speech.ts";
import { telephoneUpstream } from "./telephone.ts";
import { vaultUpstream } from "./vault.ts";

/** One vendor for each thing that is done outside. */
export const firstVendors: readonly Upstream[] = [
  ...speechUpstreams,
  ...lookUpUpstreams,
  telephoneUpstream,
  mailUpstream,
  vaultUpstream,
];

export const upstreams: readonly Upstream[] = [...firstVendors, ...secondVendors];
