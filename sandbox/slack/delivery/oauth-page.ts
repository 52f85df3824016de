// The consent page of an installation; it consents at once and sends the browser back with a code.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Grants } from "../web-api/auth.ts";
import type { Workspace } from "../workspace.ts";

/** `?team=` and `?user=` choose who installs; by default the account manager, in the app's home team. */
export function oauthRoutes(
  workspace: Workspace,
  grants: Grants,
  clientId: string,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get("/authorize", (c) => {
    const { client_id, state, redirect_uri, team, user } = c.req.query();
    if (client_id !== clientId) return c.text("invalid_client_id", 400);
    if (!redirect_uri) return c.text("missing redirect_uri", 400);
    const teamId = team && workspace.teams.has(team) ? team : workspace.home.id;
    const installer = [...workspace.users.values()].find((u) => u.teamId === teamId && u.role !== "bot");
    const code = grants.issue(workspace, {
      teamId,
      userId: user ?? installer?.id ?? workspace.bot.id,
      redirectUri: redirect_uri,
    });
    const target = new URL(redirect_uri);
    target.searchParams.set("code", code);
    if (state) target.searchParams.set("state", state);
    return c.redirect(target.href);
  });
  return app;
}
