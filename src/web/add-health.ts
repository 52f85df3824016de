// Whether Cutover can work: its database answers. For load balancers and whoever is on call.
import type { Hono } from "hono";
import type { Engine } from "../engine/engine.ts";

/** A database that takes longer than this is as good as away. */
const PATIENCE_MS = 5000;

/** `GET /health`: 200 `{"status":"ok"}`, or 503 with a sentence. Says nothing of migrations. */
export function addHealth(
  app: Hono,
  engine: Pick<Engine, "activeRuns">,
  options: { readonly onError: (error: unknown) => void; readonly patienceMs?: number },
): void {
  app.get("/health", async (c) => {
    try {
      await within(options.patienceMs ?? PATIENCE_MS, engine.activeRuns());
      return c.json({ status: "ok" });
    } catch (error) {
      options.onError(error);
      return c.json(
        {
          status: "unavailable",
          message:
            "Cutover is up, but its database does not answer. Nothing is lost: work goes on when it does.",
        },
        503,
      );
    }
  });
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
