// Company → a native Intercom company; its fields also reach its contacts (see contact.ts).
import type { Alteration, DesiredCompany } from "../model/desired.ts";
import type { SourceCompany } from "../model/source/source.ts";
import { isBelievable, toUnix } from "../values/dates.ts";
import { repairText } from "../values/text.ts";
import { viewAgreements } from "./agreement.ts";
import { applyFieldRules } from "./attributes.ts";
import type { TransformContext } from "./context.ts";

/** Prefix of every id that we give to Intercom. */
export const ID_PREFIX = "connectwise:";

/** The record as field rules see it: `otherSites`, `agreements` and `sourceSystem` are added. */
export function viewCompany(company: SourceCompany, context: TransformContext): object {
  const others = company.sites.filter((site) => !site.primary);
  const agreements = viewAgreements(context.agreementsOf?.(company.id) ?? []);
  return {
    ...company,
    sourceSystem: context.sourceSystem,
    otherSites: others.map((site) => `${site.name}: ${site.address}`).join("; "),
    ...(agreements === undefined ? {} : { agreements }),
  };
}

export function transformCompany(company: SourceCompany, context: TransformContext): DesiredCompany {
  const name = repairText(company.name);
  const website = repairText(company.website ?? "").text.trim();
  const created = toUnix(company.dateEntered);
  const applied = applyFieldRules(viewCompany(company, context), context.rules.company, "company", false);
  const repaired: Alteration[] =
    name.repairs.length > 0
      ? [{ field: "name", what: "repaired", detail: { code: "repaired", args: { repairs: name.repairs } } }]
      : [];
  return {
    kind: "company",
    source: { type: "company", id: company.id },
    companyId: `${ID_PREFIX}${company.id}`,
    name: name.text.trim() || `Company ${company.id}`,
    ...(website ? { website } : {}),
    ...(isBelievable(created, context.runAt) ? { remoteCreatedAt: created } : {}),
    attributes: applied.attributes,
    alterations: [...repaired, ...applied.alterations],
  };
}
