// What the canaries found in production and staging: what a workspace sets by itself, and where the two differ.
import { differencesOf } from "../../model/profile.ts";
import { type Check, ofIntercom } from "../check.ts";

export const workspaceProfile: Check = {
  name: "workspace-profile",
  system: ofIntercom,
  async run({ profiles, production, staging }) {
    const known = await profiles.load(production.workspace.id);
    const test = staging && (await profiles.load(staging.workspace.id));
    const profile = known ?? test;
    if (!profile) return undefined;
    const fields = known && test ? differencesOf(test, known) : [];
    if (fields.length > 0) return { result: "warning", code: "workspaces_differ", args: { fields } };
    const { defaults, assignedOnReply } = profile;
    const sets = [
      ...(defaults.adminId === undefined ? [] : ["admin" as const]),
      ...(defaults.teamId === undefined ? [] : ["team" as const]),
      ...(defaults.companyId === undefined ? [] : ["company" as const]),
    ];
    const onReply = assignedOnReply !== undefined;
    return sets.length > 0 || onReply
      ? { result: "warning", code: "workspace_assigns", args: { sets, onReply } }
      : { result: "passed", code: "workspace_known" };
  },
};
