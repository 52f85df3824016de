// What changed from one map to another, in sentences.
import type { BoardRule, FieldMap, FieldRule, MemberRule, Policies, StatusRule } from "./schema.ts";

/** Empty when both lead to the same outcome. */
export function diffMaps(before: FieldMap, after: FieldMap): readonly string[] {
  return [
    ...diffRows(
      before.fields,
      after.fields,
      (row) => row.id,
      (row) => `${row.object} ${row.source}`,
      sayTarget,
    ),
    ...diffRows(
      before.statuses,
      after.statuses,
      (row) => `${row.boardId}/${row.statusId}`,
      (row) => `Status "${row.name}"`,
      (row: StatusRule) => row.state,
    ),
    ...diffRows(
      before.boards,
      after.boards,
      (row) => row.boardId,
      (row) => `Board "${row.name}"`,
      sayBoard,
    ),
    ...diffRows(
      before.members,
      after.members,
      (row) => row.memberId,
      (row) => `Member ${row.name}`,
      sayMember,
    ),
    ...diffPolicies(before.policies, after.policies),
  ];
}

function diffRows<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  name: (row: Row) => string,
  say: (row: Row) => string,
): readonly string[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  const changed = [...now].flatMap(([key, row]) => {
    const was = old.get(key);
    if (was === undefined) return [`${name(row)}: new, ${say(row)}.`];
    return say(was) === say(row) ? [] : [`${name(row)}: ${say(row)} (was: ${say(was)}).`];
  });
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, row]) => `${name(row)}: no rule any more.`);
  return [...changed, ...gone];
}

function sayTarget({ target }: FieldRule): string {
  if (target === null) return "not moved";
  if (target.kind === "note") return "into an internal note";
  const options = target.type === "list" ? ` of ${target.options.join(", ")}` : "";
  return `attribute ${target.name} of the ${target.model}, ${target.type}${options}`;
}

function sayBoard({ migrate, team }: BoardRule): string {
  if (!migrate) return "left behind";
  if (!team) return "moved without a team";
  return `team "${team.name}"${team.id ? ` (${team.id})` : ""}`;
}

function sayMember({ admin }: MemberRule): string {
  return admin ? `admin ${admin.name} (${admin.id})` : "the fallback admin";
}

function diffPolicies(before: Policies, after: Policies): readonly string[] {
  const say = (policies: Policies): Readonly<Record<string, string>> => ({
    "Contacts that exist already": policies.existingContact,
    "Fallback admin": policies.fallbackAdmin
      ? `${policies.fallbackAdmin.name} (${policies.fallbackAdmin.id})`
      : "nobody",
    "Days that a snooze lasts": String(policies.snoozeDays),
    "Largest attachment": `${policies.maxAttachmentMb ?? 10} MB`,
    "Knowledge base": policies.knowledgeBase === "skip" ? "left behind" : "moved as drafts",
    "Inactive contacts": policies.includeInactiveContacts ? "moved" : "left behind",
  });
  const was = say(before);
  return Object.entries(say(after))
    .filter(([name, value]) => was[name] !== value)
    .map(([name, value]) => `${name}: ${value} (was: ${was[name]}).`);
}
