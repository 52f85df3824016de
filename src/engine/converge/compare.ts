// desired × observed → a verdict per field, for reconciliation and for the field diff of a sample.
import type { FieldVerdict } from "../model/certificate.ts";
import type { Desired, DesiredCompany, DesiredContact, DesiredConversation } from "../model/desired.ts";
import type { Observed, ObservedCompany, ObservedContact, ObservedConversation } from "../model/observed.ts";
import type { ResolveLink } from "../model/operation.ts";
import type { SourceRef } from "../model/source.ts";
import { compareArticle, compareCollection } from "./compare-help.ts";
import { compareParts } from "./compare-parts.ts";
import {
  type CompareOptions,
  sameEmail,
  samePhone,
  sameText,
  sameValue,
  show,
  VerdictList,
} from "./verdicts.ts";

export type { CompareOptions } from "./verdicts.ts";

/**
 * One verdict per field and part. `altered`: as desired, though the value had to be changed on its way (the reason
 * says how), or a policy kept what was there. Never throws for a link that is missing: that is a verdict too.
 */
export function compareObserved(
  desired: Desired,
  observed: Observed | null,
  resolve: ResolveLink,
  options: CompareOptions = {},
): readonly FieldVerdict[] {
  const verdicts = new VerdictList(desired, observed?.id, options);
  if (observed === null || observed.kind !== desired.kind) {
    verdicts.add("record", desired.kind, "nothing", "missing");
    return verdicts.list;
  }
  const link = (ref: SourceRef) => resolveOr(resolve, ref);
  if (desired.kind === "company" && observed.kind === "company")
    compareCompany(desired, observed, verdicts, options);
  if (desired.kind === "contact" && observed.kind === "contact")
    compareContact(desired, observed, link, verdicts, options);
  if (desired.kind === "conversation" && observed.kind === "conversation")
    compareConversation(desired, observed, link, verdicts, options);
  if (desired.kind === "collection" && observed.kind === "collection")
    compareCollection(desired, observed, link, verdicts);
  if (desired.kind === "article" && observed.kind === "article")
    compareArticle(desired, observed, link, verdicts);
  return verdicts.list;
}

type Link = (ref: SourceRef) => string | undefined;

/** A record that was skipped has no link; comparing goes on and says so. */
function resolveOr(resolve: ResolveLink, ref: SourceRef): string | undefined {
  try {
    return resolve(ref);
  } catch {
    return undefined;
  }
}

function compareCompany(
  desired: DesiredCompany,
  observed: ObservedCompany,
  verdicts: VerdictList,
  options: CompareOptions,
): void {
  verdicts.check("companyId", desired.companyId, observed.companyId);
  verdicts.check("name", desired.name, observed.name, sameText);
  if (desired.website !== undefined) verdicts.check("website", desired.website, observed.website, sameText);
  if (desired.remoteCreatedAt !== undefined && !options.adopted)
    verdicts.check("remoteCreatedAt", desired.remoteCreatedAt, observed.remoteCreatedAt);
  compareAttributes(desired, observed, verdicts, options);
}

function compareContact(
  desired: DesiredContact,
  observed: ObservedContact,
  link: Link,
  verdicts: VerdictList,
  options: CompareOptions,
): void {
  const { adopted = false, existingContact = "keep" } = options;
  const kept = adopted && existingContact !== "overwrite";
  // A contact that existed before may hold its own values: by policy, not by mistake.
  const check = (
    field: string,
    wanted: string | undefined,
    found: string | undefined,
    same: (a: string, b: string) => boolean,
    mayDiffer: boolean,
  ) => {
    if (wanted === undefined) return;
    const differs = found === undefined || !same(wanted, found);
    const excused = mayDiffer && differs && (existingContact === "keep" || Boolean(found));
    if (excused) {
      const reason = "the contact existed before; its own value was kept by policy";
      verdicts.add(field, wanted, show(found), "altered", reason);
    } else verdicts.check(field, wanted, found, same);
  };
  if (observed.archived) verdicts.add("archived", "active", "archived", "different");
  if (!adopted) verdicts.check("role", desired.role as string, observed.role);
  check("externalId", desired.externalId, observed.externalId, (a, b) => a === b, adopted);
  check("email", desired.email, observed.email, sameEmail, kept);
  check("phone", desired.phone, observed.phone, samePhone, kept);
  check("name", desired.name, observed.name, sameText, kept);
  for (const company of desired.companies) {
    const id = link(company);
    const attached = id !== undefined && observed.companyIds.includes(id);
    const found = attached ? (id ?? "") : `attached to ${observed.companyIds.join(", ") || "none"}`;
    verdicts.check(`companies[${company.id}]`, id ?? `company ${company.id} (not moved)`, found);
  }
  compareAttributes(desired, observed, verdicts, options);
}

function compareConversation(
  desired: DesiredConversation,
  observed: ObservedConversation,
  link: Link,
  verdicts: VerdictList,
  options: CompareOptions,
): void {
  const contact = link(desired.contact) ?? `contact ${desired.contact.id} (not moved)`;
  if (contact === observed.contactId) verdicts.check("contact", contact, observed.contactId);
  else verdicts.add("contact", contact, show(observed.contactId), "different", REQUESTER);
  if (desired.company !== undefined) {
    const company = link(desired.company) ?? `company ${desired.company.id} (not moved)`;
    verdicts.check("company", company, observed.companyId);
  } else verdicts.none("company", observed.companyId);
  verdicts.check("title", desired.title, observed.title, sameText);
  verdicts.check("createdAt", desired.createdAt, observed.createdAt);
  compareParts(desired, observed, link, verdicts, options);
  compareAttributes(desired, observed, verdicts, options);
  for (const field of ["teamId", "adminId"] as const) {
    const wanted = desired[field];
    if (wanted === undefined) verdicts.none(field, observed[field]);
    else verdicts.check(field, wanted, observed[field]);
  }
  compareState(desired, observed, verdicts, options);
}

const REQUESTER =
  "Intercom can't change who opened a conversation: another requester in ConnectWise, chosen since it was moved, stays a difference";

function compareState(
  desired: DesiredConversation,
  observed: ObservedConversation,
  verdicts: VerdictList,
  { now }: CompareOptions,
): void {
  const { state, snoozedUntil } = desired;
  const woken = state === "snoozed" && observed.state === "open" && snoozedUntil !== undefined;
  if (woken && now !== undefined && snoozedUntil <= now) {
    verdicts.add("state", state, observed.state, "altered", "the snooze has ended");
  } else verdicts.check("state", state, observed.state);
}

function compareAttributes(
  desired: Pick<Desired, "attributes">,
  observed: Pick<Observed, "attributes">,
  verdicts: VerdictList,
  { adopted = false, ownAttributes }: CompareOptions,
): void {
  for (const [name, value] of Object.entries(desired.attributes)) {
    const found = Object.hasOwn(observed.attributes, name) ? observed.attributes[name] : undefined;
    verdicts.check(`attributes.${name}`, value, found, sameValue);
  }
  // On a record that we made, a value in one of our attributes that the source doesn't have is not ours.
  if (adopted || !ownAttributes) return;
  for (const [name, found] of Object.entries(observed.attributes)) {
    if (!ownAttributes.has(name) || Object.hasOwn(desired.attributes, name)) continue;
    verdicts.none(`attributes.${name}`, found);
  }
}
