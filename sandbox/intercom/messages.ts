// `POST /messages`: sends. It exists so that a migration that used it would be caught.
import { z } from "zod";
import { missing, notFound } from "./api-error.ts";
import type { Define } from "./endpoint.ts";
import type { Workspace } from "./workspace.ts";

const recipient = z.strictObject({ type: z.enum(["user", "lead"]), id: z.string() });
const recipients = z.union([recipient, z.array(recipient)]);
const messageSchema = z.strictObject({
  message_type: z.enum(["in_app", "email"]),
  subject: z.string().optional(),
  body: z.string(),
  template: z.string().optional(),
  from: z.strictObject({ type: z.literal("admin"), id: z.int() }),
  to: recipients,
  cc: recipients.optional(),
  bcc: recipients.optional(),
  created_at: z.int().optional(),
  create_conversation_without_contact_reply: z.boolean().optional(),
});

export function defineMessages(define: Define, workspace: Workspace): void {
  define("POST", "/messages", messageSchema, ({ body }) => {
    if (body.message_type === "email" && !body.subject)
      throw missing("No subject supplied for email message");
    const to = [body.to].flat();
    if (to.some(({ id }) => !workspace.contacts.has(id))) throw notFound("User Not Found");
    workspace.counters.notificationsSent += to.length;
    return {
      type: "admin_message",
      id: workspace.newMessageId(),
      created_at: body.created_at ?? workspace.now(),
      ...(body.subject === undefined ? {} : { subject: body.subject }),
      body: body.body,
      message_type: body.message_type === "email" ? "email" : "inapp",
    };
  });
}
