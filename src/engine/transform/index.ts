// Source records + field map → desired states; pure.

export { transformCompany } from "./company.ts";
export { isContactLeftOut, placeholderContact, transformContact } from "./contact.ts";
export { makeTransformContext, type TransformContext, type TransformInput } from "./context.ts";
export {
  isTicketLeftOut,
  type TransformedTicket,
  transformConversation,
  transformTicket,
} from "./conversation.ts";
export { resolveAdmin, resolveTeam } from "./resolve-people.ts";
export { type FieldTrace, type TraceSubject, traceFields } from "./trace.ts";
