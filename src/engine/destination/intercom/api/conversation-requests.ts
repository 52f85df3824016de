// Actions on conversations as requests. Never `/messages`; an admin's words always skip notifications.
import { AbortError } from "../../../errors.ts";
import type { ActionOf } from "../../../model/action.ts";
import type { IntercomRequest } from "./client.ts";

/** As `attachment_files` has it. */
export interface WireFile {
  readonly name: string;
  readonly content_type: string;
  /** base64 */
  readonly data: string;
}

const at = (id: string, rest = "") => `/conversations/${encodeURIComponent(id)}${rest}`;

export function assembleCreateConversation(action: ActionOf<"create-conversation">): IntercomRequest {
  return {
    method: "POST",
    path: "/conversations",
    body: {
      from: { type: action.role, id: action.contactId },
      body: action.body,
      created_at: action.createdAt,
    },
  };
}

/** A contact's reply is plain text to Intercom (mark-up would be shown as it stands); an admin's is HTML. */
export function assembleReply(
  action: ActionOf<"add-part">,
  files: readonly WireFile[] = [],
): IntercomRequest {
  const { author, body, createdAt, messageType } = action;
  const attached = files.length === 0 ? {} : { attachment_files: files };
  const reply =
    author.kind === "admin"
      ? {
          message_type: messageType,
          type: "admin",
          admin_id: author.id,
          body,
          created_at: createdAt,
          skip_notifications: true,
          ...attached,
        }
      : {
          message_type: "comment",
          type: "user",
          intercom_user_id: author.id,
          body,
          created_at: createdAt,
          ...attached,
        };
  return { method: "POST", path: at(action.conversationId, "/reply"), body: reply };
}

export function assembleUpdateConversation(action: ActionOf<"update-conversation">): IntercomRequest {
  return {
    method: "PUT",
    path: at(action.conversationId),
    body: {
      title: action.title,
      custom_attributes: action.attributes,
      ...(action.companyId === undefined ? {} : { company_id: action.companyId }),
    },
  };
}

export function assembleAssignment(action: ActionOf<"assign-team" | "assign-admin">): IntercomRequest {
  return {
    method: "POST",
    path: at(action.conversationId, "/parts"),
    body: {
      message_type: "assignment",
      type: action.kind === "assign-team" ? "team" : "admin",
      admin_id: action.actingAdminId,
      assignee_id: action.assigneeId,
    },
  };
}

export function assembleState(action: ActionOf<"set-state">): IntercomRequest {
  const path = at(action.conversationId, "/parts");
  const admin_id = action.actingAdminId;
  if (action.state === "open") return { method: "POST", path, body: { message_type: "open", admin_id } };
  if (action.state === "closed") {
    return { method: "POST", path, body: { message_type: "close", type: "admin", admin_id } };
  }
  if (action.snoozedUntil === undefined) {
    throw new AbortError({ code: "snooze_without_end" });
  }
  return {
    method: "POST",
    path,
    body: { message_type: "snoozed", admin_id, snoozed_until: action.snoozedUntil },
  };
}

/** `retain_metrics=false` leaves no reporting residue, and needs a scope that a token may lack. */
export function assembleDeleteConversation(id: string, retainMetrics: boolean): IntercomRequest {
  return { method: "DELETE", path: at(id), query: { retain_metrics: String(retainMetrics) } };
}
