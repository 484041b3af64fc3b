import { z } from "zod";
import { type Key, keysIn } from "../core/values/key.ts";

/** One line of the caller. */
export type ChatInput =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "keys"; readonly keys: readonly Key[] }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "hangUp" };

const form = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ keys: z.string().regex(/^[0-9*#]+$/) }),
  z.strictObject({ wait: z.number().min(0).max(3_600) }),
  z.strictObject({ hangUp: z.literal(true) }),
]);

const expected =
  'a line must look like {"text": "…"}, {"keys": "5035550123"}, {"wait": 10} or {"hangUp": true}';

/** Reads a line: JSON when it begins with `{`, else words as they are. Returns what is wrong as text. */
export function readChatInput(line: string): ChatInput | string {
  if (!line.trimStart().startsWith("{")) return { kind: "text", text: line };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return `this is not JSON; ${expected}`;
  }
  const read = form.safeParse(json);
  if (!read.success) return expected;
  if ("text" in read.data) return { kind: "text", text: read.data.text };
  if ("keys" in read.data) return { kind: "keys", keys: keysIn(read.data.keys) };
  return "wait" in read.data ? { kind: "wait", seconds: read.data.wait } : { kind: "hangUp" };
}
