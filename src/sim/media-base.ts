/** `ws://host:port` of a server at an http address: where calls are made to it, and watched. */
export function mediaBase(url: string): string {
  return url.replace(/^http/, "ws").replace(/\/$/, "");
}
