// The MSP's customers, with their sites: soft-deleted ones, several sites for some.
import type { Faker } from "@faker-js/faker";
import { customFieldsFor } from "./custom-fields.ts";
import { DAY, infoOf, isoSeconds } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { chance, pick, randomFor } from "./random.ts";
import { type Company, type CompanySite, refTo } from "./records.ts";

export const COMPANY_TYPES = [
  { id: 1, name: "Client" },
  { id: 2, name: "Prospect" },
  { id: 3, name: "Vendor" },
  { id: 4, name: "Former client" },
] as const;

export const COMPANY_STATUSES = [
  { id: 1, name: "Active" },
  { id: 2, name: "Inactive" },
  { id: 3, name: "Credit hold" },
] as const;

export const TERRITORIES = [
  { id: 2, name: "Seattle" },
  { id: 11, name: "Tacoma & South Sound" },
] as const;

const US = { id: 1, identifier: "US", name: "United States" } as const;

const SITE_NAMES = ["Main Office", "Warehouse", "North Branch", "Downtown Clinic", "Remote office"];

const BUSINESS = [
  "Dental",
  "Logistics",
  "Law Group",
  "Architects",
  "Brewing",
  "Insurance",
  "Realty",
  "Machining",
];

function companyName(faker: Faker, index: number): string {
  const family = faker.person.lastName();
  return index % 3 === 0
    ? `${family} & ${faker.person.lastName()} LLP`
    : `${family} ${BUSINESS[index % BUSINESS.length]}`;
}

export function makeCompanies(faker: Faker, seed: number, nowMs: number, count: number, plant: PlantSecret) {
  const companies: Company[] = [];
  const sites: CompanySite[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = randomFor(seed, "company", index);
    const id = 250 + index;
    const name = companyName(faker, index);
    const identifier = name.replace(/[^A-Za-z]/g, "").slice(0, 20) + String(index);
    const domain = `${identifier.toLowerCase()}.example`;
    const entered = nowMs - (400 + Math.floor(random() * 1800)) * DAY;
    const deletedFlag = index > 0 && index % 22 === 0;
    const self = { id, identifier, name };
    const siteCount = index % 5 === 1 ? 3 : index % 7 === 2 ? 2 : 1;
    for (let at = 0; at < siteCount; at += 1) {
      sites.push({
        id: id * 10 + at,
        name: SITE_NAMES[at] ?? "Other",
        company: self,
        addressLine1: faker.location.streetAddress(),
        ...(at === 1 ? { addressLine2: "Suite 200" } : {}),
        city: faker.location.city(),
        stateReference: { id: 47, identifier: "WA", name: "Washington" },
        zip: faker.location.zipCode("#####"),
        country: US,
        phoneNumber: `206555${String(1000 + index * 3 + at)}`,
        primaryAddressFlag: at === 0,
        defaultShippingFlag: at === 0,
        defaultBillingFlag: at === 0,
        defaultMailingFlag: at === 0,
        inactiveFlag: at === 2,
        _info: infoOf(entered, entered + 10 * DAY),
      });
    }
    const main = sites[sites.length - siteCount];
    companies.push({
      id,
      identifier,
      name,
      status: deletedFlag ? COMPANY_STATUSES[1] : COMPANY_STATUSES[index % 19 === 5 ? 2 : 0],
      addressLine1: main?.addressLine1,
      city: main?.city,
      state: "WA",
      zip: main?.zip,
      country: US,
      phoneNumber: `206555${String(1000 + index * 3)}`,
      website: index % 9 === 4 ? "" : `https://www.${domain}`,
      territory: pick(random, TERRITORIES),
      numberOfEmployees: 4 + Math.floor(random() * 180),
      leadFlag: false,
      unsubscribeFlag: false,
      timeZoneSetup: { id: 1, name: "US Pacific" },
      calendar: { id: 1, name: "Business hours" },
      userDefinedField1: index % 4 === 0 ? "Renewal in spring" : "",
      deletedFlag,
      ...(deletedFlag ? { dateDeleted: isoSeconds(nowMs - 90 * DAY), deletedBy: "PRaman" } : {}),
      isVendorFlag: index % 15 === 7,
      types: index % 6 === 3 ? [COMPANY_TYPES[0], COMPANY_TYPES[2]] : [COMPANY_TYPES[0]],
      ...(main ? { site: refTo(main) } : {}),
      customFields: customFieldsFor("company", random, nowMs, index % 8 === 0 ? plant : undefined),
      _info: infoOf(entered, nowMs - Math.floor(random() * (chance(random, 0.2) ? 20 : 300)) * DAY),
    });
  }
  return { companies, sites };
}

/** The mail domain of a company, as its contacts use it. */
export function domainOf(company: Company): string {
  return `${company.identifier.toLowerCase()}.example`;
}
