// A staged ticket → its conversation, or why it does not move.
import { SkipError } from "../errors.ts";
import type { TicketBundle } from "../model/source/source.ts";
import { isTicketLeftOut, type TransformContext, transformTicket } from "../transform/index.ts";

export function makeTicket(bundle: TicketBundle, context: TransformContext) {
  if (isTicketLeftOut(bundle.ticket, context)) return { why: "board" as const };
  try {
    return transformTicket(bundle, context);
  } catch (error) {
    if (error instanceof SkipError) return { why: "unreadable" as const, error };
    throw error;
  }
}
