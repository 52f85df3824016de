// Who acts in a conversation: a teammate with an inbox seat, or the bot, whose words are a bot's.
import { ApiError } from "./api-error.ts";
import type { Admin, Author } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** Listed among the admins of a workspace, without a seat. */
export const OPERATOR = {
  id: "8999",
  name: "Operator",
  email: "operator+sandbox@intercom.io",
  has_inbox_seat: false,
} as const satisfies Admin;

/** As `GET /admins` lists them. */
export const listAdmins = ({ habits, admins }: Workspace): readonly Admin[] =>
  habits.operator ? [OPERATOR, ...admins.values()] : [...admins.values()];

export function findAdmin(workspace: Workspace, id: string): Admin {
  const admin = listAdmins(workspace).find((one) => one.id === id);
  if (!admin) throw new ApiError(404, "admin_not_found", "Admin Not Found");
  return admin;
}

/** The check is on the acting teammate, not on the token. */
export function requireSeat(workspace: Workspace, id: string): Admin {
  const admin = findAdmin(workspace, id);
  if (admin.has_inbox_seat) return admin;
  throw new ApiError(403, "inbox_seat_required", `${admin.name} has no inbox seat`);
}

export function findActor(workspace: Workspace, id: string): Author {
  if (workspace.habits.operator && id === OPERATOR.id) return { type: "bot", id };
  return { type: "admin", id: requireSeat(workspace, id).id };
}
