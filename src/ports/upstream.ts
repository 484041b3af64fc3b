export interface UpstreamRequest {
  /** Names the operation without any value of a caller: "decoding a VIN". Goes into logs and errors. */
  readonly doing: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With its query, from "/" on: added to the service's address. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Statuses other than 2xx that are answers here and no failures. */
  readonly expected?: readonly number[];
  /** The service must not do this twice: it is asked again only when it surely has not taken the request before. */
  readonly onlyOnce?: boolean;
  /** Aborting rejects at once with its reason. */
  readonly signal?: AbortSignal;
}

export interface UpstreamAnswer {
  readonly status: number;
  /** By their names in lower case; of several with one name, the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  text(): string;
  /** Throws a `WorldError` when the body is no JSON; it may be asked again then, unless it was asked `onlyOnce`. */
  json(): unknown;
}

/** One outside service over HTTP: its connections are kept open and shared, and each request goes through its `Resilience`. */
export interface Upstream {
  /**
   * The answer, read whole. A status of 408, 429 or 5xx is a `WorldError` that may pass, any other that is neither 2xx nor
   * expected one that does not; `status` tells which. Redirects are not followed. Neither address nor bodies go into errors.
   */
  request(request: UpstreamRequest): Promise<UpstreamAnswer>;
  /**
   * The same door in the shape that libraries ask for, for answers that are read while they come. Attempts and deadline reach up
   * to the head of the answer; afterwards the caller's own signal and the longest silence end it. What may pass rejects with a
   * `WorldError`, refusals are answers. Asked for another origin than the service's, or with a `Request`, it throws.
   */
  fetch(doing: string): typeof globalThis.fetch;
  /** Breaks off what is on its way. */
  close(): Promise<void>;
}
