// Draws a person's Home.
import { buildHomeView, type HomeEntry } from "../blocks/home-view.ts";
import { parseState } from "../conversation/state.ts";
import { sameActor } from "../roles.ts";
import type { Surroundings } from "../surroundings.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

/** An account manager sees all of the team's migrations; others those that they began or decide for. */
export async function publishHome(surroundings: Surroundings, person: PersonInMigration): Promise<void> {
  const { engine, slackOf } = surroundings;
  const { actor, role, team, words } = person;
  const entries: HomeEntry[] = [];
  for (const migration of await engine.listMigrations()) {
    if (migration.channel?.team !== team) continue;
    const state = parseState((await engine.loadConversation(migration.id))?.state);
    if (!state) continue;
    const takesPart =
      sameActor(migration.createdBy, actor) || (state.customer && sameActor(state.customer, actor));
    if (role === "account-manager" || takesPart) entries.push({ migration, state });
  }
  await (await slackOf(team)).publishHome(actor.user, buildHomeView(entries, words));
}
