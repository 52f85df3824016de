// Installations of many workspaces: Bolt's store on our port, and tokens for what no request brought.
import type { InstallationStore as BoltStore, Installation, InstallationQuery } from "@slack/bolt";
import type { Actor } from "../../engine/model/migration.ts";
import type { InstallationStore } from "./bot-config.ts";

/** There is no token for a workspace: never installed there, or uninstalled. */
export class NotInstalledError extends Error {
  constructor(team: string, options?: ErrorOptions) {
    super(`Cutover is not installed in ${team}.`, options);
    this.name = "NotInstalledError";
  }
}

/**
 * Stands in where the app is not installed, with no token: Bolt would drop the request, and a slash command from
 * there would end in Slack's own error instead of an answer.
 */
const nobody = (team: string) => ({
  team: { id: team },
  enterprise: undefined,
  user: { id: "", token: undefined, scopes: undefined },
  isEnterpriseInstall: false,
});

const keyOf = (team: string | undefined, enterprise: string | undefined): string => team ?? enterprise ?? "";

/** Slack's own tokens and ids; kept as they come, encrypted by the port. */
export function createBoltStore(store: InstallationStore): BoltStore {
  return {
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall } = installation;
      const key = isEnterpriseInstall ? keyOf(undefined, enterprise?.id) : keyOf(team?.id, enterprise?.id);
      await store.save(key, installation);
    },
    async fetchInstallation(query: InstallationQuery<boolean>) {
      const key = query.isEnterpriseInstall
        ? keyOf(undefined, query.enterpriseId)
        : keyOf(query.teamId, query.enterpriseId);
      const found = await store.load(key);
      return (found ?? nobody(key)) as Installation<"v1" | "v2", boolean>;
    },
    async deleteInstallation(query) {
      await store.remove(keyOf(query.teamId, query.enterpriseId));
    },
  };
}

/** Who installed the app in a team. */
export async function loadInstaller(
  store: InstallationStore | undefined,
  team: string,
): Promise<Actor | undefined> {
  const found = (await store?.load(team)) as Installation | undefined;
  return found ? { team: found.team?.id ?? team, user: found.user.id } : undefined;
}
