// Who works here: `/me`, admins and teams. All of it is read-only, as no API call creates any of them.

import { findAdmin, listAdmins } from "./act.ts";
import { notFound } from "./api-error.ts";
import type { Define } from "./endpoint.ts";
import type { Admin, Team } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const buildAdmin = (admin: Admin) => ({
  type: "admin",
  id: admin.id,
  name: admin.name,
  email: admin.email,
  away_mode_enabled: false,
  away_mode_reassign: false,
  has_inbox_seat: admin.has_inbox_seat,
  team_ids: [],
});

const buildTeam = (team: Team) => ({ type: "team", id: team.id, name: team.name, admin_ids: [] });

export function defineAdminsAndTeams(define: Define, workspace: Workspace): void {
  const { settings } = workspace;

  define("GET", "/me", null, () => {
    const [first] = workspace.admins.values();
    if (!first) throw notFound("Admin Not Found", "admin_not_found");
    return {
      type: "admin",
      id: first.id,
      name: first.name,
      email: first.email,
      email_verified: true,
      has_inbox_seat: first.has_inbox_seat,
      avatar: { type: "avatar", image_url: null },
      app: {
        type: "app",
        id_code: settings.workspaceId,
        name: settings.workspaceName,
        created_at: 1_700_000_000,
        identity_verification: false,
        timezone: "Etc/UTC",
        region: settings.region,
      },
    };
  });

  define("GET", "/admins", null, () => ({
    type: "admin.list",
    admins: listAdmins(workspace).map(buildAdmin),
  }));

  define("GET", "/admins/:id", null, ({ params }) => buildAdmin(findAdmin(workspace, params.id ?? "")));

  define("GET", "/teams", null, () => ({
    type: "team.list",
    teams: [...workspace.teams.values()].map(buildTeam),
  }));

  define("GET", "/teams/:id", null, ({ params }) => {
    const team = workspace.teams.get(params.id ?? "");
    if (!team) throw notFound("Team not found", "team_not_found");
    return buildTeam(team);
  });
}
