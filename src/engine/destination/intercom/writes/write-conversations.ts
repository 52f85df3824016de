// Writes conversations and their parts; every answer is looked at for signs that something went out.
import type { ActionOf, ActionOutcome } from "../../../model/action.ts";
import type { IntercomClient, IntercomRequest } from "../api/client.ts";
import {
  assembleAssignment,
  assembleCreateConversation,
  assembleDeleteConversation,
  assembleReply,
  assembleState,
  assembleUpdateConversation,
  type WireFile,
} from "../api/conversation-requests.ts";
import { anything, conversationSchema, messageSchema } from "../api/schema.ts";
import { observeConversation } from "../reads/observe.ts";
import { findChange, findPart } from "./match-part.ts";
import { assertSilent } from "./silence.ts";

type ConversationAction = ActionOf<
  "add-part" | "update-conversation" | "assign-team" | "assign-admin" | "set-state"
>;

const NO_IDS: ReadonlySet<string> = new Set();

export async function createConversation(
  client: IntercomClient,
  action: ActionOf<"create-conversation">,
  signal?: AbortSignal,
): Promise<ActionOutcome> {
  const request = assembleCreateConversation(action);
  const { body, requestId } = await client.write(request, messageSchema, signal);
  return {
    destinationId: body.conversation_id,
    created: true,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function assembleChange(action: ConversationAction, files: readonly WireFile[]): IntercomRequest {
  switch (action.kind) {
    case "add-part":
      return assembleReply(action, files);
    case "update-conversation":
      return assembleUpdateConversation(action);
    case "assign-team":
    case "assign-admin":
      return assembleAssignment(action);
    case "set-state":
      return assembleState(action);
  }
}

/** The id of the part that a write made; the conversation's where it makes none or the answer doesn't show it. */
export function idOfChange(
  action: ConversationAction,
  parts: Parameters<typeof findPart>[1],
  taken: ReadonlySet<string>,
  sentAt: Date,
): string {
  if (action.kind === "update-conversation") return action.conversationId;
  if (action.kind === "add-part") return findPart(action, parts, taken, sentAt)?.id ?? action.conversationId;
  const change = action.kind === "set-state" ? action.state : "assignment";
  return findChange(change, action.actingAdminId, parts)?.id ?? action.conversationId;
}

export async function changeConversation(
  client: IntercomClient,
  action: ConversationAction,
  now: () => Date,
  signal?: AbortSignal,
  files: readonly WireFile[] = [],
): Promise<ActionOutcome> {
  const sentAt = now();
  const { body, requestId } = await client.write(assembleChange(action, files), conversationSchema, signal);
  assertSilent(body, requestId);
  const { parts } = observeConversation(body, new Map());
  return {
    destinationId: idOfChange(action, parts, NO_IDS, sentAt),
    created: action.kind !== "update-conversation",
    ...(requestId === undefined ? {} : { requestId }),
  };
}

const METRICS_REMAIN = { code: "numbers_remain", args: { certain: true } } as const;

/** Deletes without residue while the token may; remembers when it may not. */
export function createConversationDeleter(client: IntercomClient) {
  let mayForgetMetrics = true;
  return async (conversationId: string, signal?: AbortSignal): Promise<ActionOutcome> => {
    if (mayForgetMetrics) {
      const request = assembleDeleteConversation(conversationId, false);
      const answer = await client.writeOr(request, anything, [403, 404, 410], signal);
      if (!("status" in answer) || answer.status !== 403) {
        return { destinationId: conversationId, created: false };
      }
      mayForgetMetrics = false;
    }
    await client.writeOr(assembleDeleteConversation(conversationId, true), anything, [404, 410], signal);
    return { destinationId: conversationId, created: false, remains: METRICS_REMAIN };
  };
}
