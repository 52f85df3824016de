// What is known of each workspace, whichever migration asked: the newest profile alone.
import { eq } from "drizzle-orm";
import { workspaceProfile } from "../../../drizzle/schema.ts";
import type { WorkspaceProfile } from "../model/profile.ts";
import type { Database } from "./database/database.ts";
import type { Profiles } from "./repositories.ts";

export function makeProfiles({ drizzle }: Database): Profiles {
  return {
    async save(profile) {
      const { workspaceId, askedAt } = profile;
      const set = { profile, askedAt };
      await drizzle
        .insert(workspaceProfile)
        .values({ workspaceId, ...set })
        .onConflictDoUpdate({ target: workspaceProfile.workspaceId, set });
    },
    async load(workspaceId) {
      const [row] = await drizzle
        .select({ profile: workspaceProfile.profile })
        .from(workspaceProfile)
        .where(eq(workspaceProfile.workspaceId, workspaceId));
      return row?.profile as WorkspaceProfile | undefined;
    },
  };
}
