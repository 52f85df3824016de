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
    throw new AskError({ code: "no_admins", args: {} });
  }
  const { fallbackAdmin } = policies;
  if (fallbackAdmin === null || resolveAdmin(fallbackAdmin, undefined, actors)) return;
  if (resolveAdmin(fallbackAdmin, undefined, admins)) {
    throw new AskError({ code: "fallback_admin_barred", args: { name: fallbackAdmin.name } });
  }
  throw new AskError({ code: "fallback_admin_missing", args: { name: fallbackAdmin.name } });
}
