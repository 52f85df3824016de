// Contacts who take part in a conversation besides the one who opened it: added and removed.
import { z } from "zod";
import { requireSeat } from "./act.ts";
import { ApiError, notFound } from "./api-error.ts";
import { findBearers } from "./contact-index.ts";
import { findConversation, participantsOf } from "./conversation-changes.ts";
import { buildConversation } from "./conversation-view.ts";
import type { Define } from "./endpoint.ts";
import type { Contact } from "./records.ts";
import type { Workspace } from "./workspace.ts";

const customer = z.union([
  z.strictObject({ intercom_user_id: z.string() }),
  z.strictObject({ user_id: z.string() }),
  z.strictObject({ email: z.string() }),
]);
/** The description's type is a string, its examples are numbers. */
const adminId = z.union([z.string(), z.int()]).transform(String);

function findCustomer(workspace: Workspace, body: z.infer<typeof customer>): Contact {
  let id: string | undefined;
  if ("intercom_user_id" in body) id = body.intercom_user_id;
  else if ("user_id" in body) id = workspace.contactByExternalId.get(body.user_id);
  else [id] = findBearers(workspace, body.email);
  const contact = workspace.contacts.get(id ?? "");
  // An unknown e-mail would become a lead; a migration that relies on that is refused here.
  if (!contact || contact.archived) throw notFound("User Not Found");
  return contact;
}

export function defineParticipants(define: Define, workspace: Workspace): void {
  define(
    "POST",
    "/conversations/:id/customers",
    z.strictObject({ admin_id: adminId, customer }),
    ({ params, body }) => {
      const conversation = findConversation(workspace, params.id);
      requireSeat(workspace, body.admin_id);
      const { id } = findCustomer(workspace, body.customer);
      if (!participantsOf(conversation).includes(id)) conversation.participantIds.push(id);
      conversation.updated_at = workspace.now();
      return buildConversation(workspace, conversation);
    },
  );

  define(
    "DELETE",
    "/conversations/:id/customers/:contact_id",
    z.strictObject({ admin_id: adminId }),
    ({ params, body }) => {
      const conversation = findConversation(workspace, params.id);
      requireSeat(workspace, body.admin_id);
      const { contact_id: id = "" } = params;
      if (!participantsOf(conversation).includes(id)) throw notFound("User Not Found");
      const [first, ...others] = participantsOf(conversation).filter((one) => one !== id);
      if (first === undefined) {
        throw new ApiError(422, "parameter_invalid", "Removing the last customer is not allowed");
      }
      conversation.contactId = first;
      conversation.participantIds.splice(0, Infinity, ...others);
      return buildConversation(workspace, conversation);
    },
  );
}
