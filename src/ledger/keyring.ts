import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Private } from "../core/values/private.ts";

/**
 * Encrypts private columns. `context` names the column and is authenticated, so that a value copied into another column
 * does not open. An envelope names its key, so that old rows stay readable while new ones use a new key.
 */
export interface Keyring {
  seal(value: unknown, context: string): Buffer;
  /** Throws when the envelope was changed, belongs to another context, or its key is not here. */
  open<T>(envelope: Uint8Array, context: string): Private<T>;
  /** A keyed hash to look values up by: equal values give equal hashes, and nobody without the key can try values. */
  index(value: string, context: string): Buffer;
}

// Version byte, length of the key id, key id, nonce, tag, ciphertext.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Keys as `id:base64`, comma-separated, 32 bytes each, each with an id of its own. The first seals; all open; the last one makes
 * the look-up hashes, so a new key is put in front and the oldest stays last.
 */
export function keyringFrom(setting: string): Keyring {
  const masters = setting.split(",").map(readMaster);
  const sealing = new Map<string, Buffer>();
  for (const { id, key } of masters) {
    if (sealing.has(id)) throw new Error(`Two encryption keys have the id "${id}"`);
    sealing.set(id, derive(key, "seal"));
  }
  const [newest] = sealing;
  const oldest = masters.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error("No encryption key is given");
  const [id, key] = newest;
  const indexKey = derive(oldest.key, "index");
  return {
    seal: (value, context) => seal({ id, key }, value, context),
    open: <T>(envelope: Uint8Array, context: string) =>
      new Private(JSON.parse(openEnvelope(sealing, envelope, context)) as T),
    index: (value, context) => createHmac("sha256", indexKey).update(`${context}\0${value}`).digest(),
  };
}

/**
 * The keyring of an installation: from the setting, or else from `<data>/keys/ledger.key`, made on first start and readable by
 * the owner only. Losing that file loses every private column.
 */
export async function openKeyring(options: {
  readonly dataDirectory: string;
  readonly setting: string | null;
}): Promise<Keyring> {
  if (options.setting !== null) return keyringFrom(options.setting);
  const directory = join(options.dataDirectory, "keys");
  const path = join(directory, "ledger.key");
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const known = await readFile(path, "utf8").catch(() => null);
  if (known === null) await makeKeyFile(path);
  return keyringFrom((known ?? (await readFile(path, "utf8"))).trim());
}

/** The file appears whole or not at all, and of two processes that make it at once, one makes it. */
async function makeKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(`k1:${randomBytes(KEY_BYTES).toString("base64")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function readMaster(text: string): { id: string; key: Buffer } {
  const parts = /^\s*([A-Za-z0-9._-]{1,32}):([A-Za-z0-9+/]+=*)\s*$/.exec(text);
  const key = Buffer.from(parts?.[2] ?? "", "base64");
  // The text itself must not appear in the message: it is a secret.
  if (parts?.[1] === undefined || key.length !== KEY_BYTES)
    throw new Error("An encryption key must be written as id:base64 of 32 bytes");
  return { id: parts[1], key };
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "", `frontdesk ${purpose}`, KEY_BYTES));
}

function seal({ id, key }: { id: string; key: Buffer }, value: unknown, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  const name = Buffer.from(id);
  return Buffer.concat([Buffer.from([VERSION, name.length]), name, nonce, cipher.getAuthTag(), sealed]);
}

function openEnvelope(keys: ReadonlyMap<string, Buffer>, envelope: Uint8Array, context: string): string {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (bytes[0] !== VERSION) throw new Error("An encrypted column has an unknown form");
  const idEnd = 2 + (bytes[1] ?? 0);
  const key = keys.get(bytes.toString("utf8", 2, idEnd));
  if (key === undefined) throw new Error("The key of an encrypted column is missing");
  const nonceEnd = idEnd + NONCE_BYTES;
  const tagEnd = nonceEnd + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(idEnd, nonceEnd));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  return decipher.update(bytes.subarray(tagEnd), undefined, "utf8") + decipher.final("utf8");
}
