// Names of those who write, are written to and are assigned.
import type { Author } from "../records.ts";
import type { Workspace } from "../workspace.ts";

/** A contact's name, else its e-mail. */
export function nameContact(workspace: Workspace, id: string): string {
  const contact = workspace.contacts.get(id);
  return contact?.name || contact?.email || (contact ? "No name" : "Deleted contact");
}

export function nameAuthor(workspace: Workspace, { type, id }: Author): string {
  if (type === "bot") return "Fin";
  return type === "admin"
    ? (workspace.admins.get(id)?.name ?? "Former teammate")
    : nameContact(workspace, id);
}

export function nameAssignee(
  workspace: Workspace,
  assignee: { type: "admin" | "team"; id: string } | null,
): string {
  if (assignee === null) return "nobody";
  const all = assignee.type === "team" ? workspace.teams : workspace.admins;
  return all.get(assignee.id)?.name ?? `${assignee.type} ${assignee.id}`;
}
