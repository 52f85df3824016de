// Members → admins: the e-mail decides; a name alone must be clearly one person's.
import type { MemberRule } from "../../engine/field-map/schema.ts";
import type { Admin } from "../../engine/model/observed.ts";
import { bestMatch, similarity } from "./similarity.ts";

const LIKE = 0.9;
const MARGIN = 0.08;

/** Improves a default row that found no e-mail. `taken`: admins who are another member's by e-mail. */
export function proposeAdmin(
  row: MemberRule,
  admins: readonly Admin[],
  taken: ReadonlySet<string>,
): MemberRule {
  if (row.admin) return row;
  const free = admins.filter((admin) => !taken.has(admin.id));
  const match = bestMatch(row.name, free, (admin) => admin.name);
  if (!match || match.score < 0.75) return row;
  const base = { ...row, origin: "offline" as const, decided: false };
  const { item: admin, score, margin } = match;
  if (margin < MARGIN) {
    const names = free
      .filter((one) => similarity(row.name, one.name) >= score - MARGIN)
      .map((one) => one.name);
    return {
      ...base,
      confidence: 0.3,
      reason: `Several admins are like this name: ${names.slice(0, 3).join(", ")}.`,
    };
  }
  if (score < LIKE) {
    return {
      ...base,
      confidence: 0.45,
      reason: `"${admin.name}" is a little like this name; the e-mails differ.`,
    };
  }
  return {
    ...base,
    admin: { id: admin.id, name: admin.name },
    confidence: Math.min(0.85, score * 0.85),
    reason: `The name is that of "${admin.name}", though the e-mails differ.`,
  };
}
