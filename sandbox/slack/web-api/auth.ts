// auth.test, apps.connections.open and the exchange of an installation's code for a token.
import { homeTeam } from "../people.ts";
import type { Loose } from "../types.ts";
import type { Workspace } from "../workspace.ts";
import { given, type Method, SlackRefusal } from "./method.ts";

const authTest: Method = ({ workspace, teamId, url }) => ({
  url: `${url}/`,
  team: workspace.teams.get(teamId)?.name,
  user: workspace.bot.name,
  team_id: teamId,
  user_id: workspace.bot.id,
  bot_id: workspace.botId,
  is_enterprise_install: false,
});

const connectionsOpen: Method = ({ workspace, url }) => ({
  url: `${url.replace(/^http/, "ws")}/link?ticket=${workspace.ids.next("ticket")}`,
});

/** An installation under way: its code, for whom, and where. */
export interface Grant {
  readonly teamId: string;
  readonly userId: string;
  readonly redirectUri?: string;
}

export class Grants {
  readonly #byCode = new Map<string, Grant>();

  issue(workspace: Workspace, grant: Grant): string {
    const code = workspace.ids.next("code");
    this.#byCode.set(code, grant);
    return code;
  }

  /** A code works once. */
  redeem(code: string): Grant | undefined {
    const grant = this.#byCode.get(code);
    this.#byCode.delete(code);
    return grant;
  }
}

/** `oauth.v2.access`: the only method that takes no token. @throws SlackRefusal */
export function redeemCode(
  workspace: Workspace,
  grants: Grants,
  args: Loose,
  client: { id: string; secret: string },
  expected: { id: string; secret: string },
  scopes: readonly string[],
): Loose {
  if (client.id !== expected.id) throw new SlackRefusal("invalid_client_id");
  if (client.secret !== expected.secret) throw new SlackRefusal("bad_client_secret");
  const grant = grants.redeem(given(args, "code") ?? "");
  if (!grant) throw new SlackRefusal("invalid_code");
  const redirect = given(args, "redirect_uri");
  if (grant.redirectUri && redirect && redirect !== grant.redirectUri)
    throw new SlackRefusal("bad_redirect_uri");
  const known = [...workspace.tokens].find(([, team]) => team === grant.teamId)?.[0];
  const token = known ?? `xoxb-sandbox-${grant.teamId.toLowerCase()}-${workspace.ids.next("t")}`;
  workspace.tokens.set(token, grant.teamId);
  const team = workspace.teams.get(grant.teamId) ?? homeTeam;
  return {
    app_id: workspace.appId,
    authed_user: { id: grant.userId },
    scope: scopes.join(","),
    token_type: "bot",
    access_token: token,
    bot_user_id: workspace.bot.id,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const authMethods: Record<string, Method> = {
  "auth.test": authTest,
  "apps.connections.open": connectionsOpen,
};
