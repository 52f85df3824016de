// What the journal keeps of contacts and companies for a rollback: how they were, and what was written on them.
import { z } from "zod";
import type { ContactFields } from "../model/action.ts";
import type { ObservedCompany, ObservedContact } from "../model/observed.ts";
import { type LeftOff, leftOffField } from "../model/reports/left-off.ts";

const value = z.union([z.string(), z.number(), z.boolean()]);
const contactFields = z.object({
  externalId: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  name: z.string().nullish(),
  attributes: z.record(z.string(), value.nullable()).optional(),
});

const contactImage = z.object({
  externalId: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  attributes: z.record(z.string(), value),
  companyIds: z.array(z.string()),
  archived: z.boolean(),
});

const companyImage = z.object({
  companyId: z.string(),
  name: z.string(),
  website: z.string().optional(),
  attributes: z.record(z.string(), value),
});

const ours = z.enum(["state", "assignee"]);
/** Older rows hold them joined by " and ". */
const overwritten = z.union([
  z.array(ours),
  z.string().transform((joined) => ours.options.filter((one) => joined.includes(one))),
]);

/** See `StateImage`. */
export const stateBefore = z.object({
  wrote: z.object({ state: z.enum(["open", "snoozed", "closed"]) }).optional(),
  overwrote: z.object({ partType: z.string(), at: z.string(), what: overwritten }).optional(),
});

/** `image` is absent when the contact did not exist before. */
export const contactBefore = z.object({
  image: contactImage.optional(),
  wrote: contactFields,
  leftOff: z.array(leftOffField).optional(),
});
export const companyBefore = z.object({ image: companyImage });
export type ContactImage = z.infer<typeof contactImage>;
export type ContactBefore = z.infer<typeof contactBefore>;
export type CompanyBefore = z.infer<typeof companyBefore>;

export function buildContactBefore(
  wrote: ContactFields,
  existing: ObservedContact | undefined,
  leftOff: readonly LeftOff[] = [],
): { readonly image?: ContactImage; readonly wrote: ContactFields; readonly leftOff?: readonly LeftOff[] } {
  if (!existing) return { wrote, ...(leftOff.length === 0 ? {} : { leftOff }) };
  const { externalId, email, phone, name, attributes, companyIds, archived } = existing;
  return {
    image: {
      ...(externalId === undefined ? {} : { externalId }),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(name === undefined ? {} : { name }),
      attributes: { ...attributes },
      companyIds: [...companyIds],
      archived,
    },
    wrote,
  };
}

export function buildCompanyBefore(existing: ObservedCompany): CompanyBefore {
  const { companyId, name, website, attributes } = existing;
  return {
    image: { companyId, name, ...(website === undefined ? {} : { website }), attributes: { ...attributes } },
  };
}
