// Source records + field map → desired states; pure.

export { transformCompany } from "./company.ts";
export { isContactLeftOut, transformContact } from "./contact.ts";
export { makeTransformContext, type TransformContext, type TransformInput } from "./context.ts";
export {
  isTicketLeftOut,
  type TransformedTicket,
  transformConversation,
  transformTicket,
} from "./conversation.ts";
export { type FieldTrace, type TraceSubject, traceFields } from "./trace.ts";
