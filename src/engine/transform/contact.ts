// Contact → an Intercom contact, with its company's fields; and the placeholder where a ticket has no contact.
import type { Alteration, DesiredContact } from "../model/desired.ts";
import type { SourceContact, SourceRef, SourceTicket } from "../model/source/source.ts";
import { repairText } from "../values/text.ts";
import { applyFieldRules } from "./attributes.ts";
import { ID_PREFIX, viewCompany } from "./company.ts";
import { viewConfigurations } from "./configuration.ts";
import type { TransformContext } from "./context.ts";

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

export type ContactLeftOut =
  | { readonly why: "inactive" }
  /** Another contact with the same e-mail stands for it. */
  | { readonly why: "merged"; readonly into: SourceRef };

/** Undefined for a contact that moves. */
export function whyContactLeftOut(
  contact: SourceContact,
  context: TransformContext,
): ContactLeftOut | undefined {
  if (contact.inactive && !context.map.policies.includeInactiveContacts) return { why: "inactive" };
  const canonical = context.canonicalContact(contact.id);
  if (canonical === undefined || canonical === contact.id) return undefined;
  return { why: "merged", into: { type: "contact", id: canonical } };
}

/** The record as field rules see it: `otherCommunications`, `configurations` and `sourceSystem` are added. */
export function viewContact(contact: SourceContact, context: TransformContext): object {
  const others = contact.communications.filter(
    (one) => one.value !== contact.email && one.value !== contact.phone,
  );
  const configurations = viewConfigurations(context.configurationsOf?.(contact.id) ?? []);
  return {
    ...contact,
    sourceSystem: context.sourceSystem,
    otherCommunications: others.map((one) => `${one.label ?? one.type}: ${one.value}`).join("; "),
    ...(configurations === undefined ? {} : { configurations }),
  };
}

export function transformContact(contact: SourceContact, context: TransformContext): DesiredContact {
  const alterations: Alteration[] = [];
  const name = repairText([contact.firstName, contact.lastName].filter(Boolean).join(" ")).text.trim();
  const own = applyFieldRules(viewContact(contact, context), context.rules.contact, "contact", false);
  const company = contact.company && context.company(contact.company.id);
  const fromCompany = company
    ? applyFieldRules(viewCompany(company, context), context.rules.company, "contact", false)
    : { attributes: {}, alterations: [] };
  const email = readEmail(contact.email, alterations);
  const phone = readPhone(contact.phone, alterations);
  return {
    kind: "contact",
    source: { type: "contact", id: contact.id },
    externalId: `${ID_PREFIX}${contact.id}`,
    role: "user",
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(name ? { name } : {}),
    companies: company ? [{ type: "company", id: company.id }] : [],
    attributes: { ...fromCompany.attributes, ...own.attributes },
    alterations: [...alterations, ...fromCompany.alterations, ...own.alterations],
  };
}

/** An e-mail address in the form that people are recognized by; undefined for what is none. */
export function readAddress(raw: string | undefined): string | undefined {
  const address = repairText(raw ?? "")
    .text.trim()
    .toLowerCase();
  return EMAIL.test(address) ? address : undefined;
}

/**
 * Whoever tickets name by an e-mail address that no contact has: a contact of their own, described by the first ticket
 * that names the address.
 */
export function addressContact(
  address: string,
  ticket: SourceTicket,
  context: TransformContext,
): DesiredContact {
  const named = context.firstOfAddress?.(address) ?? ticket;
  const company = named.company && context.company(named.company.id);
  const name = repairText(named.contactName ?? named.contact?.name ?? "").text.trim();
  const fromCompany = company
    ? applyFieldRules(viewCompany(company, context), context.rules.company, "contact", false)
    : { attributes: {}, alterations: [] };
  const id = `address:${address}`;
  return {
    kind: "contact",
    source: { type: "contact", id },
    externalId: `${ID_PREFIX}${id}`,
    role: "user",
    email: address,
    ...(name === "" ? {} : { name: name.slice(0, 255).toWellFormed() }),
    companies: company ? [{ type: "company", id: company.id }] : [],
    attributes: fromCompany.attributes,
    alterations: [
      {
        field: "name",
        what: "replaced",
        detail: { code: "stands_for_address" },
      },
      ...fromCompany.alterations,
    ],
  };
}

/** The contact of tickets that name none, one per company, so that the conversation still arrives. */
export function placeholderContact(ticket: SourceTicket, context: TransformContext): DesiredContact {
  const company = ticket.company && context.company(ticket.company.id);
  const id = `unknown:${company?.id ?? "none"}`;
  const of = company ? repairText(company.name).text.trim() || `company ${company.id}` : "no company";
  const fromCompany = company
    ? applyFieldRules(viewCompany(company, context), context.rules.company, "contact", false)
    : { attributes: {}, alterations: [] };
  return {
    kind: "contact",
    source: { type: "contact", id },
    externalId: `${ID_PREFIX}${id}`,
    role: "user",
    name: `Unknown contact of ${of}`,
    companies: company ? [{ type: "company", id: company.id }] : [],
    attributes: fromCompany.attributes,
    alterations: [
      {
        field: "name",
        what: "replaced",
        detail: { code: "stands_for_contact" },
      },
      ...fromCompany.alterations,
    ],
  };
}

function readEmail(raw: string | undefined, alterations: Alteration[]): string | undefined {
  const email = repairText(raw ?? "")
    .text.trim()
    .toLowerCase();
  if (email === "") return undefined;
  const address = readAddress(raw);
  if (address !== undefined) return address;
  alterations.push({
    field: "email",
    what: "dropped",
    detail: { code: "no_email", args: { text: email.slice(0, 100) } },
  });
  return undefined;
}

function readPhone(raw: string | undefined, alterations: Alteration[]): string | undefined {
  const phone = repairText(raw ?? "").text.trim();
  if (phone === "" || /\d.*\d.*\d/s.test(phone)) return phone || undefined;
  alterations.push({
    field: "phone",
    what: "dropped",
    detail: { code: "no_phone", args: { text: phone.slice(0, 40) } },
  });
  return undefined;
}
