// Where uploaded bytes come in and go out.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { signalChange, type Workspace } from "./workspace.ts";

/** The bytes of the second step: a raw body, or the one file of a multipart form. */
async function readUpload(request: Request): Promise<Buffer> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data"))
    return Buffer.from(await request.arrayBuffer());
  for (const [, value] of (await request.formData()).entries())
    if (typeof value !== "string") return Buffer.from(await value.arrayBuffer());
  return Buffer.alloc(0);
}

export function fileRoutes(workspace: Workspace): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/upload/:id", async (c) => {
    const file = workspace.files.get(c.req.param("id"));
    if (!file) return c.text("not found", 404);
    const content = await readUpload(c.req.raw);
    if (content.length !== file.length) return c.text(`expected ${file.length} bytes`, 400);
    file.content = content;
    signalChange(workspace);
    return c.text(`OK - ${content.length}`);
  });
  app.get("/files/:id", (c) => {
    const file = workspace.files.get(c.req.param("id"));
    if (!file?.content) return c.text("not found", 404);
    const name = encodeURIComponent(file.name);
    return c.body(new Uint8Array(file.content), 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "x-content-type-options": "nosniff",
    });
  });
  return app;
}
