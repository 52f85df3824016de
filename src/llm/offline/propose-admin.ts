// Members → admins: the e-mail decides; a name alone must be clearly one person's.
import type { MemberRule } from "../../engine/field-map/schema.ts";
import type { Admin } from "../../engine/model/observed.ts";
import { isAbbreviation, isSameName, similarity } from "./similarity.ts";

/** Names that are less alike are not worth a word. */
const LIKE = 0.75;

/** Improves a default row that found no e-mail. `taken`: admins who are another member's by e-mail. */
export function proposeAdmin(
  row: MemberRule,
  admins: readonly Admin[],
  taken: ReadonlySet<string>,
): MemberRule {
  if (row.admin) return row;
  const free = admins.filter((admin) => !taken.has(admin.id));
  const same = free.filter((admin) => isSameName(row.name, admin.name));
  const like = free.filter(
    ({ name }) => isAbbreviation(row.name, name) || similarity(row.name, name) >= LIKE,
  );
  const base = { ...row, origin: "offline" as const, decided: false };
  const [admin] = same;
  if (admin && same.length === 1) {
    return {
      ...base,
      admin: { id: admin.id, name: admin.name },
      confidence: 0.85,
      reason: `The name is that of "${admin.name}", though the e-mails differ.`,
    };
  }
  const candidates = same.length > 1 ? same : like;
  const [one] = candidates;
  if (one === undefined) return row;
  if (candidates.length > 1) {
    const names = candidates.slice(0, 3).map(({ name }) => name.slice(0, 100));
    return { ...base, confidence: 0.3, reason: `Several admins are like this name: ${names.join(", ")}.` };
  }
  const reason = `"${one.name.slice(0, 200)}" is a little like this name; the e-mails differ.`;
  return { ...base, confidence: 0.45, reason };
}
