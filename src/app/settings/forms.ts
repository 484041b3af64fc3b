import { z } from "zod";
import { hide, type Private } from "../../core/values/private.ts";
import { type SecretStore, secretReference } from "../../partners/secrets/secret-reference.ts";
import type { SecretPlace } from "../../ports/secret-provider.ts";

export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}

/** A text with something in it. */
export const text = z.string().min(1);

export function httpAddress(error: string) {
  return z.url({ protocol: /^https?$/, error });
}

/** One or several of these, with commas, each once. */
export function namesOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  const error = `must be one or several of ${names.join(", ")}, with commas`;
  return z
    .string()
    .transform((set) => set.split(",").map((name) => name.trim()))
    .pipe(z.array(z.enum(names, { error })).min(1, error))
    .refine((chosen) => new Set(chosen).size === chosen.length, { error });
}

/** A secret as it is set: the value, or where it is kept. `secrets.ts` in the room above makes a `Secret` of it. */
export type SecretSetting =
  | { readonly kind: "given"; readonly value: Private<string> }
  | { readonly kind: "stored"; readonly store: SecretStore; readonly place: SecretPlace };

/** A value has the form at once; one that is kept elsewhere when it is read. */
export function secret(form: z.ZodType<string>) {
  return z.string().transform((set, context): SecretSetting => {
    const reference = secretReference(set);
    if (reference.kind === "stored") return reference;
    const fault =
      reference.kind === "malformed"
        ? `must be ${reference.due}, or plain: and the value when it only begins like that`
        : faultOf(form, reference.text);
    if (fault === null && reference.kind === "value") return { kind: "given", value: hide(reference.text) };
    context.addIssue({ code: "custom", message: fault ?? "cannot be read" });
    return z.NEVER;
  });
}

/** What is wrong with a value; null when it has the form. */
export function faultOf(form: z.ZodType<string>, value: string): string | null {
  return form.safeParse(value).error?.issues[0]?.message ?? null;
}
