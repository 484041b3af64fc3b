/** Where a store keeps a secret, in the store's own words. */
export interface SecretPlace {
  /** The secret within the store. */
  readonly name: string;
  /** One value of a secret that holds several; null = the secret is the value. */
  readonly key: string | null;
}

/** A store of secrets: files that are mounted, or a service. */
export interface SecretProvider {
  /**
   * The values at a place that are valid, the newest first: while a rotation lasts also the one before it, where the store
   * keeps it. Asks the store each time. A place that is not there or not ours to read is a `WorldError` that asking again does
   * not change; its cause says what to mend and never holds a value.
   */
  read(place: SecretPlace, signal?: AbortSignal): Promise<readonly [string, ...string[]]>;
  close(): Promise<void>;
}
