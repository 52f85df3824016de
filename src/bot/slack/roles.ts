// Who a person is in one migration, from (team, user): Bolt checks nobody's rights, so we do, on every click.
import { type Actor, type Role, samePerson } from "../../engine/model/migration.ts";
import type { Words } from "../../words/words.ts";
import type { PersonFacts } from "./slack.ts";

export interface RoleFacts {
  readonly actor: Actor;
  /** What Slack says of the person; undefined when it doesn't know them. */
  readonly person: PersonFacts | undefined;
  /** Where the app is installed. */
  readonly homeTeam: string;
  readonly customer: Actor | null;
  readonly accountManagers: readonly Actor[];
}

export interface ResolvedRole {
  readonly role: Role;
  /** Why a stranger is one, in a sentence. */
  readonly because?: string;
}

/**
 * In an Enterprise Grid one person acts from several workspaces, and each payload names another one. They are whoever
 * they were when they were first known; an id alone says nothing outside of their organization.
 */
export function knownAs(actor: Actor, person: PersonFacts | undefined, known: readonly Actor[]): Actor {
  const teams = [...(person?.otherTeams ?? []), person?.teamId, actor.team];
  const isTheirs = person?.otherTeams?.includes(actor.team) || person?.teamId === actor.team;
  if (!isTheirs) return actor;
  return known.find(({ user, team }) => user === actor.user && teams.includes(team)) ?? actor;
}

export function resolveRole(facts: RoleFacts, words: Words): ResolvedRole {
  const { actor, person, homeTeam, customer, accountManagers } = facts;
  if (accountManagers.some((manager) => samePerson(manager, actor))) return { role: "account-manager" };
  if (!person) return { role: "stranger", because: words.refusal.unknownPerson };
  if (customer && samePerson(customer, actor)) return { role: "customer" };
  if (person.isStranger) return { role: "stranger", because: words.refusal.foreignTeam };
  if (person.isRestricted) return { role: "stranger", because: words.refusal.restricted };
  const teams = [homeTeam, customer?.team];
  const theirs = [actor.team, ...(person.otherTeams ?? [])];
  if (customer && !theirs.some((team) => teams.includes(team)))
    return { role: "stranger", because: words.refusal.foreignTeam };
  return { role: "observer" };
}
