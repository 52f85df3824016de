// Everything a transform needs besides its record, as values: the map, the workspace's people, lookups by id.
import type { BoardRule, FieldMap, FieldRule, MemberRule, StatusRule } from "../field-map/schema.ts";
import { actorsOf, mayAct } from "../model/actors.ts";
import type { Admin, Team } from "../model/observed.ts";
import type {
  SourceAgreement,
  SourceBoard,
  SourceCompany,
  SourceConfiguration,
  SourceMember,
  SourcePriority,
  SourceProject,
  SourceSla,
  SourceTicket,
} from "../model/source/source.ts";
import { resolveAdmin, resolveTeam } from "./resolve-people.ts";

export interface TransformInput {
  readonly map: FieldMap;
  /** `Source_System__c`. */
  readonly sourceSystem: "connectwise" | "csv";
  /** Admins and teams of the workspace that is written to (staging and production have different ids). */
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  /** The admin that the token belongs to: the last resort where the map's fallback admin is not in the workspace. */
  readonly workspaceAdminId: string;
  readonly slas: readonly SourceSla[];
  readonly priorities: readonly SourcePriority[];
  readonly boards: readonly SourceBoard[];
  readonly members: readonly SourceMember[];
  /** The id of the contact that stands for this one (shared e-mails merge into the lowest id); undefined: no such contact. */
  readonly canonicalContact: (id: string) => string | undefined;
  readonly company: (id: string) => SourceCompany | undefined;
  /** The contact that has this e-mail address (lower case), and the first ticket that names it where none has. */
  readonly contactByAddress?: (address: string) => string | undefined;
  readonly firstOfAddress?: (address: string) => SourceTicket | undefined;
  /** What hangs around tickets; a source need not know any of it. */
  readonly projects?: readonly SourceProject[];
  /** By company. */
  readonly agreementsOf?: (companyId: string) => readonly SourceAgreement[];
  /** By contact, those of contacts that it stands for included. */
  readonly configurationsOf?: (contactId: string) => readonly SourceConfiguration[];
  /**
   * Unix seconds: the run's start. Nothing may be dated after it, and a snooze counts from it. A reconciliation
   * passes the start of the run that it checks.
   */
  readonly runAt: number;
}

export interface TransformContext extends TransformInput {
  readonly fallbackAdminId: string;
  readonly rules: Readonly<Record<FieldRule["object"], readonly FieldRule[]>>;
  readonly slaById: ReadonlyMap<string, SourceSla>;
  readonly boardById: ReadonlyMap<string, SourceBoard>;
  readonly memberById: ReadonlyMap<string, SourceMember>;
  /** By login, e-mail address and full name, in lower case; a name that several have is left out. */
  readonly memberByName: ReadonlyMap<string, SourceMember>;
  readonly projectById: ReadonlyMap<string, SourceProject>;
  readonly boardRules: ReadonlyMap<string, BoardRule>;
  /** Key: `BOARD/STATUS`. */
  readonly statusRules: ReadonlyMap<string, StatusRule>;
  /** Admin ids by member id; members without an admin are left out. */
  readonly adminByMember: ReadonlyMap<string, string>;
  /** Team ids by board id, where such a team exists in the workspace. */
  readonly teamByBoard: ReadonlyMap<string, string>;
}

/** Builds the lookups once per run; transforms then only read. */
export function makeTransformContext(input: TransformInput): TransformContext {
  const { map, teams } = input;
  const admins = actorsOf(input.admins);
  const rulesOf = (object: FieldRule["object"]) => map.fields.filter((rule) => rule.object === object);
  const fallback = map.policies.fallbackAdmin;
  return {
    ...input,
    fallbackAdminId: (fallback && resolveAdmin(fallback, undefined, admins)?.id) ?? standIn(input),
    rules: { company: rulesOf("company"), contact: rulesOf("contact"), ticket: rulesOf("ticket") },
    slaById: byId(input.slas),
    boardById: byId(input.boards),
    memberById: byId(input.members),
    memberByName: byName(input.members),
    projectById: byId(input.projects ?? []),
    boardRules: new Map(map.boards.map((rule) => [rule.boardId, rule])),
    statusRules: new Map(map.statuses.map((rule) => [`${rule.boardId}/${rule.statusId}`, rule])),
    adminByMember: new Map(map.members.flatMap((rule) => entryOf(rule.memberId, adminOf(rule, admins)))),
    teamByBoard: new Map(
      map.boards.flatMap((rule) => entryOf(rule.boardId, rule.team && resolveTeam(rule.team, teams))),
    ),
  };
}

/** The token's own admin, unless nobody can act as that one. */
function standIn({ admins, workspaceAdminId }: TransformInput): string {
  const own = admins.find(({ id }) => id === workspaceAdminId);
  return own === undefined || mayAct(own) ? workspaceAdminId : (actorsOf(admins)[0]?.id ?? workspaceAdminId);
}

const adminOf = (rule: MemberRule, admins: readonly Admin[]) =>
  rule.admin && resolveAdmin(rule.admin, rule.email, admins);

const entryOf = (key: string, found: { readonly id: string } | undefined | null): [string, string][] =>
  found ? [[key, found.id]] : [];

/** Logins and addresses are unique in ConnectWise; full names need not be. */
function byName(members: readonly SourceMember[]): ReadonlyMap<string, SourceMember> {
  const lower = (name: string | undefined) => name?.trim().toLowerCase() ?? "";
  const alone = [...Map.groupBy(members, ({ name }) => lower(name))].filter(([, own]) => own.length === 1);
  const named = new Map(alone.flatMap(([name, own]) => own.map((member) => [name, member] as const)));
  for (const member of members) {
    for (const name of [lower(member.email), lower(member.identifier)]) named.set(name, member);
  }
  named.delete("");
  return named;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));
