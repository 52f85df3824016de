// Companies with their sites, and contacts, as neutral records.
import type { SourceCompany, SourceContact, SourceMember, SourceSite } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { CompanyRow, ContactRow, MemberRow, SiteRow } from "../client/types.ts";
import { mapCustomFields } from "./map-custom-fields.ts";

/** Address lines, city, state, zip and country on one line; empty when none is known. */
function addressLine(row: {
  readonly addressLine1?: string | undefined;
  readonly addressLine2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
  readonly country?: { readonly name?: string } | undefined;
}): string {
  const town = [row.city, [row.state, row.zip].filter(Boolean).join(" ")].filter(Boolean);
  return [row.addressLine1, row.addressLine2, ...town, row.country?.name]
    .map((piece) => piece?.trim())
    .filter(Boolean)
    .join(", ");
}

const infoOf = (row: { readonly _info: CompanyRow["_info"] }) => ({
  dateEntered: row._info.dateEntered,
  enteredBy: row._info.enteredBy,
  lastUpdated: row._info.lastUpdated,
  updatedBy: row._info.updatedBy,
});

const namesOf = (refs: readonly { readonly id: string; readonly name?: string }[]) =>
  refs.map(({ id, name }) => name ?? id);

export function mapSite(row: SiteRow): SourceSite {
  const address = addressLine({ ...row, state: row.stateReference?.name });
  return { id: row.id, name: row.name, address, primary: row.primaryAddressFlag };
}

export function mapCompany(row: CompanyRow, sites: readonly SourceSite[]): SourceCompany {
  return compact({
    id: row.id,
    ...infoOf(row),
    identifier: row.identifier,
    name: row.name || row.identifier || `Company ${row.id}`,
    website: row.website,
    phone: row.phoneNumber,
    address: addressLine(row),
    territory: row.territory?.name,
    types: namesOf(row.types),
    status: row.status?.name,
    accountNumber: row.accountNumber,
    market: row.market?.name,
    territoryManager: row.territoryManager,
    defaultContact: row.defaultContact,
    parentCompany: row.parentCompany,
    timeZone: row.timeZoneSetup?.name,
    deleted: row.deletedFlag,
    sites,
    customFields: mapCustomFields(row),
  });
}

/** Where ConnectWise doesn't say it, the name of the item's type does, else its value. */
function kindOf({
  type,
  value,
}: {
  readonly type?: { readonly name?: string | undefined } | undefined;
  readonly value: string;
}): "Email" | "Phone" | "Fax" {
  const name = type?.name ?? "";
  if (/fax/i.test(name)) return "Fax";
  if (/mail/i.test(name) || value.includes("@")) return "Email";
  return "Phone";
}

/** E-mail and phones exist only in `communicationItems`; the default of each kind wins, else the first. */
export function mapContact(row: ContactRow): SourceContact {
  const items = row.communicationItems
    .map((item) => ({ ...item, value: item.value.trim() }))
    .map((item) => ({ ...item, communicationType: item.communicationType ?? kindOf(item) }))
    .filter((item) => item.value !== "");
  const best = (kind: "Email" | "Phone") => {
    const own = items.filter((item) => item.communicationType === kind);
    return (own.find((item) => item.defaultFlag) ?? own[0])?.value;
  };
  return compact({
    id: row.id,
    ...infoOf(row),
    firstName: row.firstName?.trim() || undefined,
    lastName: row.lastName?.trim() || undefined,
    email: best("Email"),
    phone: best("Phone") ?? row.defaultPhoneNbr,
    title: row.title,
    department: row.department?.name,
    manager: row.managerContact,
    relationship: row.relationship?.name,
    types: namesOf(row.types),
    company: row.company,
    site: row.site,
    inactive: row.inactiveFlag,
    communications: items.map((item) =>
      compact({
        type: item.communicationType,
        label: item.type?.name,
        value: item.extension ? `${item.value} ext. ${item.extension}` : item.value,
        default: item.defaultFlag,
      }),
    ),
    customFields: mapCustomFields(row),
  });
}

export function mapMember(row: MemberRow): SourceMember {
  const name = [row.firstName, row.lastName].filter(Boolean).join(" ");
  return compact({
    id: row.id,
    ...infoOf(row),
    identifier: row.identifier,
    name: name || row.identifier || `Member ${row.id}`,
    email: row.primaryEmail ?? row.officeEmail,
    inactive: row.inactiveFlag,
  });
}
