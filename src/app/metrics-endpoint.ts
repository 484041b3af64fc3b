import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Secret } from "../ports/secret.ts";
import type { ExposedTelemetry } from "../telemetry/telemetry.ts";
import { isFromThisMachine } from "../telephony/loopback.ts";

/** Metrics hold nothing private, and are still nobody's business but this machine's and the token's holder's. */
export function registerMetrics(
  app: FastifyInstance,
  telemetry: ExposedTelemetry,
  token: Secret | null,
): void {
  app.get("/metrics", async (request, reply) => {
    const allowed = isFromThisMachine(request.raw) || bears(request.headers.authorization, token);
    if (!allowed) return reply.code(403).send();
    return reply.type("text/plain; version=0.0.4").send(await telemetry.expose());
  });
}

function bears(authorization: string | undefined, token: Secret | null): boolean {
  if (token === null || authorization === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const given = digest(authorization);
  return token.accepted().some((due) => timingSafeEqual(given, digest(`Bearer ${due}`)));
}
