// Arguments of a Web API call: form, multipart or JSON, with the structures in form fields parsed.
import type { Context } from "hono";
import type { Loose } from "../types.ts";

const structured = new Set(["blocks", "view", "files", "metadata", "attachments"]);

/** What can't be parsed stays a string, for the method to refuse. */
function parseField(name: string, value: unknown): unknown {
  if (!structured.has(name) || typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

export async function readArgs(c: Context): Promise<Loose> {
  const query = c.req.query();
  const isJson = c.req.header("content-type")?.includes("application/json");
  const body: Loose = isJson ? await c.req.json<Loose>() : await c.req.parseBody();
  return Object.fromEntries(
    Object.entries({ ...query, ...body }).map(([name, value]) => [name, parseField(name, value)]),
  );
}
