// Contacts: made, or adopted where they existed before, then brought up to date and attached to their companies.
import type { DesiredContact } from "../model/desired.ts";
import type { ObservedContact } from "../model/observed.ts";
import type { Applied, Operation } from "../model/operation.ts";
import { isWritten, written } from "./applied-steps.ts";
import { clearedOf, compareAttributes } from "./attributes.ts";
import {
  companySteps,
  contactHash,
  createStep,
  detachSteps,
  unarchiveStep,
  updateStep,
} from "./contact-steps.ts";
import { mergeContact } from "./merge-contact.ts";
import type { CompareTools, DiffOptions, ObjectKind } from "./object-kind.ts";
import { sameEmail, samePhone, sameText, show } from "./verdicts.ts";

export const contact: ObjectKind<"contact"> = {
  steps: (desired) => [createStep(desired), ...companySteps(desired)],
  diff: diffContact,
  compare: compareContact,
  references: ({ companies }) => companies,
  fetchRecord: (reader, id) => reader.fetchContact(id),
  expect: (desired, idOf) => ({
    ...desired,
    id: idOf(desired.source),
    companyIds: desired.companies.map(idOf),
    archived: false,
    updatedAt: 0,
  }),
  // What may be written to an adopted one depends on what it holds.
  looksFirst: (applied, operations) =>
    written(applied, "create")?.created === false && operations.some(({ step }) => step === "attributes"),
};

function diffContact(desired: DesiredContact, applied: Applied, options: DiffOptions): readonly Operation[] {
  const create = written(applied, "create");
  const update = written(applied, "attributes");
  const adopted = create?.created === false;
  const observed = options.observed?.kind === "contact" ? options.observed : undefined;
  // An adopted contact holds nothing of ours until its own update; a created one came with its content.
  const hash = update?.contentHash ?? (adopted ? undefined : create?.contentHash);
  const fields = adopted
    ? mergeContact(desired, observed, options.existingContact ?? "keep")
    : mergeContact(desired, undefined, "overwrite");
  const attributes = { ...fields.attributes, ...clearedOf(desired, applied, options) };
  const asleep = adopted && create.foundArchived === true && !written(applied, "unarchive");
  return [
    ...(asleep ? [unarchiveStep(desired)] : []),
    ...(hash === contactHash(desired) ? [] : [updateStep(desired, { ...fields, attributes })]),
    ...companySteps(desired).filter((step) => !isWritten(applied, step)),
    // A company that was attached before us is not ours to take away.
    ...(adopted ? [] : detachSteps(desired, applied)),
  ];
}

function compareContact(desired: DesiredContact, observed: ObservedContact, tools: CompareTools): void {
  const { link, verdicts, options } = tools;
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
      const reason = { code: "kept_by_policy" } as const;
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
  compareAttributes(desired, observed, tools);
}
