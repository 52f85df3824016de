// What may be written to a contact: all of it, or on one that existed before, what the policy allows.
import type { Policies } from "../field-map/schema.ts";
import type { ContactFields } from "../model/action.ts";
import type { DesiredContact } from "../model/desired.ts";
import type { ObservedContact } from "../model/observed.ts";

export type ExistingContactPolicy = Policies["existingContact"];

/**
 * `overwrite`: everything of ours. `fill`: what is empty there. `keep`: our own attributes alone. An `external_id` that
 * belongs to the customer's application is never replaced; without sight of the contact it counts as taken.
 */
export function mergeContact(
  desired: DesiredContact,
  observed: ObservedContact | undefined,
  policy: ExistingContactPolicy,
): ContactFields {
  const { externalId, email, phone, name, attributes } = desired;
  const identity = observed && !observed.externalId ? { externalId } : {};
  if (policy === "keep" || (policy === "fill" && !observed)) return { ...identity, attributes };
  const mayWrite = (current: string | undefined) => policy === "overwrite" || !current;
  return {
    ...identity,
    ...(email !== undefined && mayWrite(observed?.email) ? { email } : {}),
    ...(phone !== undefined && mayWrite(observed?.phone) ? { phone } : {}),
    ...(name !== undefined && mayWrite(observed?.name) ? { name } : {}),
    attributes,
  };
}
