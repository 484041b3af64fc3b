import type { Upstream } from "../cell.ts";
import { lookUpUpstreams } from "./look-ups.ts";
import { mailUpstream } from "./mail.ts";
import { speechUpstreams } from "./speech.ts";
import { telephoneUpstream } from "./telephone.ts";
import { vaultUpstream } from "./vault.ts";

/** Every outside service that calls are held against. */
export const upstreams: readonly Upstream[] = [
  ...speechUpstreams,
  ...lookUpUpstreams,
  telephoneUpstream,
  mailUpstream,
  vaultUpstream,
];
