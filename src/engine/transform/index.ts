// Source records + field map → desired states; pure.

export { transformCompany } from "./company.ts";
export { readAddress, transformContact, whyContactLeftOut } from "./contact.ts";
export { makeTransformContext, type TransformContext } from "./context.ts";
export {
  isTicketLeftOut,
  transformConversation,
  transformTicket,
} from "./conversation.ts";
export { findBarredMembers } from "./resolve-people.ts";
export { type FieldTrace, traceFields } from "./trace.ts";
