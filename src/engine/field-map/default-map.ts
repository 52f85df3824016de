// The map that needs no guessing: standard fields by the mapping table, flags and exact matches for the rest.

import { actorsOf } from "../model/actors.ts";
import type { Admin, Team } from "../model/observed.ts";
import type { Survey } from "../model/survey.ts";
import { foldName } from "../values/fold-name.ts";
import { assembleDefaultFields } from "./default-fields.ts";
import type { BoardRule, FieldMap, MemberRule, Policies, StatusRule } from "./schema.ts";

/** Custom fields are left to a proposer; everything else has a row, doubtful where only a guess is possible. */
export function assembleDefaultMap(
  survey: Survey,
  admins: readonly Admin[],
  teams: readonly Team[],
): FieldMap {
  return {
    version: 1,
    fields: assembleDefaultFields(survey),
    statuses: survey.statuses.map(defaultStatus),
    boards: survey.boards.map((board) => defaultBoard(board, teams)),
    members: survey.members.map((member) => defaultMember(member, admins)),
    policies: defaultPolicies(admins),
  };
}

function defaultStatus(status: Survey["statuses"][number]): StatusRule {
  const { boardId, id, name, closed } = status;
  return {
    ...{ boardId, statusId: id, name, state: closed ? "closed" : "open" },
    confidence: closed ? 0.98 : 0.6,
    reason: closed
      ? "ConnectWise marks this status as closed."
      : "ConnectWise does not mark this status as closed.",
    origin: "default",
    decided: closed,
  };
}

function defaultBoard(board: Survey["boards"][number], teams: readonly Team[]): BoardRule {
  const same = teams.filter((team) => foldName(team.name) === foldName(board.name));
  const known = same.length === 1 ? same[0] : undefined;
  // A board that answers 403 has no tickets that could be read: nothing of it can be moved.
  const { id, name, readable } = board;
  return {
    boardId: id,
    name,
    migrate: readable,
    team: known ? { id: known.id, name: known.name } : { name: name.slice(0, 255) },
    confidence: known ? 1 : same.length > 1 ? 0.4 : 0.8,
    reason: !readable
      ? "The API member may not read this board."
      : known
        ? `Intercom has a team "${known.name}".`
        : same.length > 1
          ? "Several teams in Intercom bear this name."
          : "No team bears this name: people create it in Intercom.",
    origin: "default",
    decided: known !== undefined,
  };
}

function defaultMember(member: Survey["members"][number], admins: readonly Admin[]): MemberRule {
  const { id, name, email } = member;
  const bearers = email
    ? admins.filter((admin) => admin.email && foldName(admin.email) === foldName(email))
    : [];
  const same = actorsOf(bearers);
  const admin = same.length === 1 ? same[0] : undefined;
  const barred = admin === undefined && bearers.length > same.length;
  return {
    memberId: id,
    name,
    ...(email ? { email } : {}),
    admin: admin ? { id: admin.id, name: admin.name } : null,
    confidence: admin ? 1 : member.inactive ? 0.9 : 0.5,
    reason: admin
      ? "The e-mail addresses are the same."
      : barred
        ? "The admin with this e-mail has no inbox seat: the fallback admin writes, naming them."
        : member.inactive
          ? "Inactive, and no admin has this e-mail: the fallback admin writes, naming them."
          : "No admin has this e-mail: the fallback admin writes, naming them.",
    origin: "default",
    decided: admin !== undefined,
  };
}

function defaultPolicies(admins: readonly Admin[]): Policies {
  const [first] = actorsOf(admins);
  return {
    existingContact: "fill",
    fallbackAdmin: first ? { id: first.id, name: first.name } : null,
    snoozeDays: 7,
    includeInactiveContacts: true,
    maxAttachmentMb: 10,
    knowledgeBase: "draft",
  };
}
