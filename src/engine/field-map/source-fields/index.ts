// The one catalogue of standard source fields: paths, types and the default map are views of it.
import type { FieldRule } from "../schema.ts";
import { COMPANY_FIELDS } from "./company-fields.ts";
import { CONTACT_FIELDS } from "./contact-fields.ts";
import type { SourceField } from "./source-field.ts";
import { TICKET_FIELDS } from "./ticket-fields.ts";

export { ATTRIBUTE_TYPES, type DefaultTarget, type SourceField } from "./source-field.ts";

export const SOURCE_FIELDS: Readonly<Record<FieldRule["object"], readonly SourceField[]>> = {
  company: COMPANY_FIELDS,
  contact: CONTACT_FIELDS,
  ticket: TICKET_FIELDS,
};

export function findSourceField(object: FieldRule["object"], path: string): SourceField | undefined {
  return SOURCE_FIELDS[object].find((field) => field.path === path);
}
