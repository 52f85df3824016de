// The page to chat in: its HTML, script and style, a snapshot of what one person sees, and their acts.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { Acting } from "./acting/acting.ts";
import type { ActingParts } from "./acting/acting-parts.ts";
import { applyAct, type PageAct } from "./acting/page-act.ts";
import { bundlePage } from "./bundle-page.ts";
import { buildSnapshot } from "./snapshot.ts";

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slack sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/app.css">
</head>
<body><div id="root"></div><script type="module" src="/page/app.js"></script></body>
</html>`;

export function pageRoutes(parts: ActingParts): Hono<{ Bindings: HttpBindings }> {
  const { workspace } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get("/", (c) => c.html(html));
  app.get("/page/app.js", async (c) =>
    c.body((await bundlePage()).script, 200, { "content-type": "text/javascript" }),
  );
  app.get("/page/app.css", async (c) =>
    c.body((await bundlePage()).style, 200, { "content-type": "text/css" }),
  );

  app.get("/page/state", (c) => {
    const user = workspace.users.get(c.req.query("user") ?? "");
    if (!user) return c.json({ error: "user_not_found" }, 404);
    return c.json(buildSnapshot(parts, user));
  });

  app.get("/page/events", (c) =>
    streamSSE(c, async (stream) => {
      let wake = () => {};
      let pending = true;
      const onChange = () => {
        pending = true;
        wake();
      };
      workspace.signals.on("change", onChange);
      stream.onAbort(() => {
        workspace.signals.off("change", onChange);
        wake();
      });
      while (!stream.aborted) {
        if (!pending) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        pending = false;
        await stream.writeSSE({ event: "change", data: "" });
      }
    }),
  );

  app.post("/page/act", async (c) => {
    // Only JSON: a form of another page can't send it without asking the browser first.
    if (!c.req.header("content-type")?.startsWith("application/json"))
      return c.json({ error: "not_json" }, 415);
    const act = await c.req.json<PageAct>();
    const user = workspace.users.get(act.user);
    if (!user || user.role === "bot") return c.json({ error: "user_not_found" }, 404);
    try {
      const result = await applyAct(new Acting(parts, user), act);
      return c.json({ result: result ?? null });
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
  });
  return app;
}
