// Team and assignee of a conversation: its steps and their difference.
import type { DesiredConversation } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Applied, Operation } from "../../model/operation.ts";
import { unless, written } from "../applied-steps.ts";
import { actingAdmin } from "./acting-admin.ts";

const NOBODY = "0";

/** `assigneeId` "0" takes an assignment away. */
function assignStep(
  desired: DesiredConversation,
  step: "team" | "admin",
  assigneeId: string,
  content: unknown = { [step]: assigneeId },
): Operation {
  const { source } = desired;
  return {
    source,
    step,
    contentHash: contentHash(content),
    build: (resolve) => ({
      kind: step === "team" ? "assign-team" : "assign-admin",
      conversationId: resolve(source),
      actingAdminId: actingAdmin(desired),
      assigneeId,
    }),
  };
}

/**
 * Nobody has it: a workspace may give a new conversation to its default assignee, and an unassigned one to whoever
 * answers in it. So this is written too, and again after a teammate's answer.
 */
function unassignStep(desired: DesiredConversation): Operation {
  const after = desired.parts.filter(mayAssign).map(({ key }) => key);
  return assignStep(desired, "admin", NOBODY, { admin: NOBODY, after });
}

const mayAssign = ({ author, messageType }: DesiredConversation["parts"][number]): boolean =>
  author.kind === "admin" && messageType === "comment";

/** Of a conversation that is not there yet. */
export function assignSteps(desired: DesiredConversation): readonly Operation[] {
  const { teamId, adminId } = desired;
  return [
    ...(teamId === undefined ? [] : [assignStep(desired, "team", teamId)]),
    adminId === undefined ? unassignStep(desired) : assignStep(desired, "admin", adminId),
  ];
}

export function diffAssignments(desired: DesiredConversation, applied: Applied): readonly Operation[] {
  const { teamId, adminId } = desired;
  const hadTeam = written(applied, "team") !== undefined;
  return [
    ...(teamId === undefined && !hadTeam
      ? []
      : unless(applied, assignStep(desired, "team", teamId ?? NOBODY))),
    ...(adminId === undefined
      ? diffNobody(desired, applied)
      : unless(applied, assignStep(desired, "admin", adminId))),
  ];
}

function diffNobody(desired: DesiredConversation, applied: Applied): readonly Operation[] {
  const known = written(applied, "admin")?.contentHash;
  // An older version left such a conversation alone. Assignments come before the title.
  const former = known === undefined || known === contentHash({ admin: NOBODY });
  const answered = desired.parts.some((part) => mayAssign(part) && !written(applied, `part:${part.key}`));
  if (former && written(applied, "attributes") && !answered) return [];
  const step = unassignStep(desired);
  if (known === step.contentHash) return [];
  const stood = unassignStep({
    ...desired,
    parts: desired.parts.filter(({ key }) => written(applied, `part:${key}`)),
  });
  return [{ ...step, asserts: former || known === stood.contentHash }];
}
