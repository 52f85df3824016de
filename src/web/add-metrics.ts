// `GET /metrics`: for this machine itself, or for whoever knows the token.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Engine } from "../engine/engine.ts";
import type { Secret } from "../engine/model/secret.ts";
import { isFromHere } from "./is-from-here.ts";
import type { Metrics } from "./metrics.ts";

/**
 * `GET /metrics`, for this machine itself or for whoever knows the token. It asks for the active runs only, which is
 * one small query: counting the journal of a large migration would cost more than a figure is worth.
 */
export function addMetrics(
  app: Hono,
  engine: Pick<Engine, "activeRuns">,
  options: { readonly token?: Secret },
): void {
  let metrics: Metrics | undefined;
  app.get("/metrics", async (c) => {
    if (!isFromHere(c) && !knowsToken(c, options.token)) {
      return c.text("Metrics are for this machine, or for a bearer token that is METRICS_TOKEN.\n", 401, {
        "WWW-Authenticate": "Bearer",
      });
    }
    metrics ??= (await import("./metrics.ts")).makeMetrics();
    const text = await metrics.describe(await engine.activeRuns());
    return c.body(text, 200, { "Content-Type": metrics.contentType });
  });
}

function knowsToken(c: Context, token: Secret | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (token === undefined || given === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token.reveal()));
}
