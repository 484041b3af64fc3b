import { isAbsolute } from "node:path";
import type { SecretPlace } from "../../ports/secret-provider.ts";

export type SecretStore = "file" | "aws" | "vault" | "azure";

/** What a setting says about a secret: its value, or where it is kept. */
export type SecretReference =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "stored"; readonly store: SecretStore; readonly place: SecretPlace }
  | { readonly kind: "malformed"; readonly due: string };

interface Form {
  readonly due: string;
  readonly fits: (place: SecretPlace) => boolean;
}

const forms: Readonly<Record<SecretStore, Form>> = {
  file: {
    due: "file:/absolute/path",
    fits: ({ name, key }) => isAbsolute(name) && key === null,
  },
  aws: {
    due: "aws:name or aws:name#key",
    fits: ({ name, key }) => name !== "" && key !== "",
  },
  vault: {
    due: "vault:mount/path#key",
    fits: ({ name, key }) => /^[^/]+\/.*[^/]$/.test(name) && key !== null && key !== "",
  },
  azure: {
    due: "azure:vault/name",
    fits: ({ name, key }) => /^[a-zA-Z\d-]+\/[a-zA-Z\d-]+$/.test(name) && key === null,
  },
};

/** Whatever does not begin like a reference is the value itself; one that does is written with `plain:` before it. */
export function secretReference(text: string): SecretReference {
  const colon = text.indexOf(":");
  const scheme = text.slice(0, Math.max(colon, 0));
  const rest = text.slice(colon + 1);
  if (scheme === "plain") return { kind: "value", text: rest };
  if (!isStore(scheme)) return { kind: "value", text };
  const place = scheme === "file" ? { name: rest, key: null } : placeOf(rest);
  const { due, fits } = forms[scheme];
  return fits(place) ? { kind: "stored", store: scheme, place } : { kind: "malformed", due };
}

function isStore(scheme: string): scheme is SecretStore {
  return Object.hasOwn(forms, scheme);
}

function placeOf(text: string): SecretPlace {
  const hash = text.indexOf("#");
  if (hash < 0) return { name: text, key: null };
  return { name: text.slice(0, hash), key: text.slice(hash + 1) };
}
