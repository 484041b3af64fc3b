export type { Answer, IncomingCall, Refused } from "./incoming-call.ts";
export { type MediaServer, type MediaServerOptions, mediaServer } from "./media-server.ts";
export { StreamTokens } from "./stream-token.ts";
