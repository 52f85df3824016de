// One document, its bytes, and inline images by guid.
import type { Context, Hono } from "hono";
import type { Tenant } from "../tenant/tenant.ts";
import { answer } from "./answer.ts";
import { notFound } from "./cw-error.ts";

/** Bytes asked for as JSON come as if they were text: whatever isn't UTF-8 is lost, as reported. */
function download(c: Context, bytes: Buffer): Response {
  const asText = /json/i.test(c.req.header("accept") ?? "");
  const body = asText ? Buffer.from(bytes.toString("utf8"), "utf8") : bytes;
  return c.body(new Uint8Array(body), 200, {
    "Content-Type": "application/octet-stream",
    "Content-Length": String(body.length),
  });
}

export function serveDocuments(app: Hono, base: string, tenant: Tenant): void {
  const find = (c: Context) => {
    const id = Number(c.req.param("id"));
    const found = tenant.documents.find((document) => document.info.id === id);
    if (!found) throw notFound(`Document ${id}`);
    return found;
  };
  app.get(`${base}/system/documents/:id{[0-9]+}`, (c) => answer(c, find(c).info));
  app.get(`${base}/system/documents/:id{[0-9]+}/download`, (c) => {
    const { info, lost } = find(c);
    if (lost || info.linkFlag) throw notFound(`File of document ${info.id}`);
    return download(c, tenant.bytesOf(info.id));
  });
}

export function serveInlineImages(app: Hono, tenant: Tenant): void {
  app.get("/:codebase/api/inlineimages/:company/:guid", (c) => {
    const found = tenant.documents.find((document) => document.info.guid === c.req.param("guid"));
    if (!found || found.lost) throw notFound("Image");
    return c.body(new Uint8Array(tenant.bytesOf(found.info.id)), 200, { "Content-Type": "image/png" });
  });
}
