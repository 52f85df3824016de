// Sends JSON under the versioned media type that was asked for.
import type { Context } from "hono";

const VERSIONED = /application\/vnd\.connectwise\.com\+json; ?version=[\w.]+/;

export function answer(c: Context, body: unknown, headers: Record<string, string> = {}): Response {
  const type = VERSIONED.exec(c.req.header("accept") ?? "")?.[0] ?? "application/json";
  return c.body(JSON.stringify(body), 200, { "Content-Type": `${type}; charset=utf-8`, ...headers });
}
