// Agreements of the customers, with types and additions.
import { TERRITORIES } from "./companies.ts";
import { contactRef } from "./contacts.ts";
import { DAY, infoOf, isoSeconds } from "./info.ts";
import { between, randomFor } from "./random.ts";
import { type Company, type Contact, type PlainRecord, refTo } from "./records.ts";
import type { Named } from "./service-levels.ts";

export const AGREEMENT_TYPES = [
  { id: 5, name: "Managed Services - Gold", sla: { id: 2, name: "Gold 24x7" }, price: 145 },
  { id: 6, name: "Managed Services - Silver", sla: { id: 3, name: "Silver" }, price: 95 },
  { id: 7, name: "Block hours", sla: { id: 4, name: "Break-fix" }, price: 150 },
] as const;

type Agreement = Named & { readonly company: { readonly id: number } };
export type Addition = PlainRecord & { readonly agreementId: number };

/** Two companies in three have one; some have ended, some never end. */
export function makeAgreements(
  seed: number,
  nowMs: number,
  companies: readonly Company[],
  contacts: readonly Contact[],
) {
  const agreements: Agreement[] = [];
  const additions: Addition[] = [];
  for (const [index, company] of companies.entries()) {
    const contact = contacts.find((c) => c.company?.id === company.id);
    if (index % 3 === 2 || !contact) continue;
    const random = randomFor(seed, "agreement", company.id);
    const type = AGREEMENT_TYPES[index % 7 === 0 ? 2 : index % 2 === 0 ? 0 : 1];
    const startMs = Math.floor((nowMs - between(random, 300, 1000) * DAY) / DAY) * DAY;
    const endless = index % 4 === 0;
    const ended = index % 10 === 7;
    const id = 70 + index;
    agreements.push({
      id,
      name: `${type.name} ${company.name}`.slice(0, 100),
      type: { id: type.id, name: type.name },
      company: refTo(company),
      contact: contactRef(contact),
      ...(company.site ? { site: company.site } : {}),
      location: TERRITORIES[0],
      startDate: isoSeconds(startMs),
      ...(endless ? {} : { endDate: isoSeconds(startMs + (ended ? 200 : 1095) * DAY) }),
      noEndingDateFlag: endless,
      cancelledFlag: false,
      sla: type.sla,
      applicationUnits: type.id === 7 ? "Hours" : "Amount",
      applicationLimit: type.id === 7 ? 40 : 0,
      billAmount: type.price * between(random, 5, 60),
      taxable: true,
      billTime: "Billable",
      agreementStatus: ended ? "Expired" : "Active",
      customFields: [],
      _info: infoOf(startMs, startMs + 30 * DAY),
    });
    for (let at = 0; at < 2; at += 1) {
      const unitPrice = at === 0 ? type.price : 12;
      additions.push({
        id: id * 10 + at,
        agreementId: id,
        product: { id: 300 + at, identifier: at === 0 ? "MS-SEAT" : "BACKUP-DEV" },
        description: at === 0 ? "Managed seat" : "Backup per device",
        quantity: between(random, 4, 40),
        unitPrice,
        unitCost: unitPrice * 0.6,
        billCustomer: "Billable",
        effectiveDate: isoSeconds(startMs),
        taxableFlag: true,
        agreementStatus: "Active",
        _info: infoOf(startMs, startMs),
      });
    }
  }
  return { agreements, additions };
}
