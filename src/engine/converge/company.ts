// Companies: upserted by `company_id`, so that a later change is the same step with other content.
import type { DesiredCompany } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import type { Operation } from "../model/operation.ts";
import { unless } from "./applied-steps.ts";
import { type Cleared, clearedOf, compareAttributes } from "./attributes.ts";
import type { ObjectKind } from "./object-kind.ts";
import { sameText } from "./verdicts.ts";

export const company: ObjectKind<"company"> = {
  steps: (desired) => [upsertStep(desired)],
  diff: (desired, applied, options) =>
    unless(applied, upsertStep(desired, clearedOf(desired, applied, options))),
  compare(desired, observed, tools) {
    const { verdicts, options } = tools;
    verdicts.check("companyId", desired.companyId, observed.companyId);
    verdicts.check("name", desired.name, observed.name, sameText);
    if (desired.website !== undefined) verdicts.check("website", desired.website, observed.website, sameText);
    if (desired.remoteCreatedAt !== undefined && !options.adopted)
      verdicts.check("remoteCreatedAt", desired.remoteCreatedAt, observed.remoteCreatedAt);
    compareAttributes(desired, observed, tools);
  },
  references: () => [],
  fetchRecord: (reader, id) => reader.fetchCompany(id),
  expect: (desired, idOf) => ({ ...desired, id: idOf(desired.source) }),
};

function upsertStep(desired: DesiredCompany, cleared: Cleared = {}): Operation {
  const { source, companyId, name, website, remoteCreatedAt, attributes } = desired;
  const content = { companyId, name, website, remoteCreatedAt, attributes };
  return {
    source,
    step: "create",
    contentHash: contentHash(content),
    build: () => ({
      kind: "upsert-company",
      companyId,
      name,
      ...(website === undefined ? {} : { website }),
      ...(remoteCreatedAt === undefined ? {} : { remoteCreatedAt }),
      attributes: { ...attributes, ...cleared },
    }),
  };
}
