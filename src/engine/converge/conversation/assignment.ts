// Team and assignee of a conversation: its steps and their difference.
import type { DesiredConversation } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Applied, Operation } from "../../model/operation.ts";
import { unless, written } from "../applied-steps.ts";
import { actingAdmin } from "./acting-admin.ts";

/** `assigneeId` "0" takes an assignment away. */
export function assignStep(
  desired: DesiredConversation,
  step: "team" | "admin",
  assigneeId: string,
): Operation {
  const { source } = desired;
  return {
    source,
    step,
    contentHash: contentHash({ [step]: assigneeId }),
    build: (resolve) => ({
      kind: step === "team" ? "assign-team" : "assign-admin",
      conversationId: resolve(source),
      actingAdminId: actingAdmin(desired),
      assigneeId,
    }),
  };
}

export function diffAssignment(
  step: "team" | "admin",
  id: string | undefined,
  desired: DesiredConversation,
  applied: Applied,
): readonly Operation[] {
  if (id === undefined && !written(applied, step)) return [];
  return unless(applied, assignStep(desired, step, id ?? "0"));
}
