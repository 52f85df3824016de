// Tags of the workspace.
import { z } from "zod";
import { missing, notFound } from "./api-error.ts";
import type { Define } from "./endpoint.ts";
import type { Workspace } from "./workspace.ts";

export function defineTags(define: Define, workspace: Workspace): void {
  define("GET", "/tags", null, () => ({
    type: "list",
    data: [...workspace.tags.values()].map((tag) => ({ type: "tag", ...tag })),
  }));

  define("POST", "/tags", z.strictObject({ name: z.string(), id: z.string().optional() }), ({ body }) => {
    if (body.name.trim() === "") throw missing("name is required", "name");
    if (body.id !== undefined && !workspace.tags.has(body.id))
      throw notFound("Tag Not Found", "tag_not_found");
    const same = [...workspace.tags.values()].find((t) => t.name.toLowerCase() === body.name.toLowerCase());
    const tag = { id: body.id ?? same?.id ?? String(workspace.newSmallId()), name: body.name };
    workspace.tags.set(tag.id, tag);
    return { type: "tag", ...tag };
  });

  define("DELETE", "/tags/:id", null, ({ params }) => {
    if (!workspace.tags.delete(params.id ?? "")) throw notFound("Tag Not Found", "tag_not_found");
    return {};
  });
}
