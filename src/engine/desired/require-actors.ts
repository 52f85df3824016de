// Refuses a map whose fallback admin can't act in the workspace, before anything is promised or written.
import { AskError } from "../errors.ts";
import type { FieldMap } from "../field-map/schema.ts";
import { actorsOf } from "../model/actors.ts";
import type { Admin } from "../model/observed.ts";
import { resolveAdmin } from "../transform/resolve-people.ts";

/** @throws AskError `no_admins`, `fallback_admin_missing` or `fallback_admin_barred`. */
export function requireActors({ policies }: FieldMap, admins: readonly Admin[]): void {
  const actors = actorsOf(admins);
  if (actors.length === 0) {
    throw new AskError({
      code: "no_admins",
      message: "This Intercom workspace has no teammate with an inbox seat.",
      remedy: "Give at least one teammate a seat in Intercom: notes, closes and assignments need an author.",
    });
  }
  const { fallbackAdmin } = policies;
  if (fallbackAdmin === null || resolveAdmin(fallbackAdmin, undefined, actors)) return;
  if (resolveAdmin(fallbackAdmin, undefined, admins)) {
    throw new AskError({
      code: "fallback_admin_barred",
      message: `The map's fallback admin, ${fallbackAdmin.name}, can't write in this workspace: it is a bot, or has no inbox seat.`,
      remedy: "Choose another fallback admin in the map, or give the teammate an inbox seat in Intercom.",
    });
  }
  throw new AskError({
    code: "fallback_admin_missing",
    message: `The map's fallback admin, ${fallbackAdmin.name}, is no teammate of this workspace.`,
    remedy: "Choose another fallback admin in the map, or add the teammate in Intercom.",
  });
}
