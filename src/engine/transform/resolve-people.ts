// Finds the map's teams and admins in the workspace at hand: its ids are the production workspace's, staging has others.

import type { FieldMap } from "../field-map/schema.ts";
import { mayAct } from "../model/actors.ts";
import type { Admin, Team } from "../model/observed.ts";
import { foldName } from "../values/fold-name.ts";

/** By id if that id bears the same name here, else by name alone; undefined while people must still create it. */
export function resolveTeam(
  wanted: { readonly id?: string | undefined; readonly name: string },
  teams: readonly Team[],
): Team | undefined {
  const named = teams.filter((team) => foldName(team.name) === foldName(wanted.name));
  return (
    named.find((team) => team.id === wanted.id) ?? named[0] ?? teams.find((team) => team.id === wanted.id)
  );
}

/** By id and name together, else by e-mail, else by a name that one admin alone bears. */
export function resolveAdmin(
  wanted: { readonly id: string; readonly name: string },
  email: string | undefined,
  admins: readonly Admin[],
): Admin | undefined {
  const named = admins.filter((admin) => foldName(admin.name) === foldName(wanted.name));
  const byId = admins.find((admin) => admin.id === wanted.id);
  if (byId && named.includes(byId)) return byId;
  const byEmail = email && admins.find((admin) => admin.email && foldName(admin.email) === foldName(email));
  return byEmail || (named.length === 1 ? named[0] : byId);
}

const NAMED = 5;

/** A sentence on the members whose admin can't act in this workspace; none when all can. */
export function findBarredMembers(
  { members }: Pick<FieldMap, "members">,
  admins: readonly Admin[],
): readonly string[] {
  const barred = members.filter((rule) => {
    const found = rule.admin && resolveAdmin(rule.admin, rule.email, admins);
    return found && !mayAct(found);
  });
  if (barred.length === 0) return [];
  const names = barred.slice(0, NAMED).map(({ name }) => name);
  const more = barred.length > NAMED ? ` and ${barred.length - NAMED} more` : "";
  return [
    `The admins of these members have no inbox seat in Intercom, so the fallback admin writes for them: ${names.join(", ")}${more}.`,
  ];
}
