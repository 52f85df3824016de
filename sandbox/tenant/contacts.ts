// The people at the customers: some without e-mail, some sharing one, some without a company.
import type { Faker } from "@faker-js/faker";
import { domainOf } from "./companies.ts";
import { customFieldsFor } from "./custom-fields.ts";
import { DAY, infoOf } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { between, pick, randomFor } from "./random.ts";
import { type CommunicationItem, type Company, type CompanySite, type Contact, refTo } from "./records.ts";

export const CONTACT_TYPES = [
  { id: 1, name: "End user" },
  { id: 2, name: "Approver" },
  { id: 3, name: "Billing" },
] as const;

const TITLES = [
  "Office Manager",
  "Accountant",
  "Owner",
  "Paralegal",
  "Warehouse Lead",
  "Receptionist",
  "Controller",
];

const ascii = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

interface Address {
  readonly email: string | undefined;
  readonly phone: string;
  readonly fax: boolean;
}

function communicationItems(contactId: number, { email, phone, fax }: Address): CommunicationItem[] {
  const items: CommunicationItem[] = [];
  if (email) {
    items.push({
      id: contactId * 10,
      type: { id: 1, name: "Email" },
      value: email,
      defaultFlag: true,
      domain: `@${email.split("@")[1] ?? ""}`,
      communicationType: "Email",
    });
  }
  items.push({
    id: contactId * 10 + 1,
    type: { id: 2, name: "Direct" },
    value: phone,
    extension: contactId % 4 === 0 ? "12" : "",
    defaultFlag: true,
    communicationType: "Phone",
  });
  if (fax) {
    const type = { id: 3, name: "Fax" };
    items.push({
      id: contactId * 10 + 2,
      type,
      value: "2065550199",
      defaultFlag: true,
      communicationType: "Fax",
    });
  }
  return items;
}

export function makeContacts(
  faker: Faker,
  seed: number,
  nowMs: number,
  count: number,
  companies: readonly Company[],
  sites: readonly CompanySite[],
  plant: PlantSecret,
): Contact[] {
  const sitesOf = Map.groupBy(sites, (site) => site.company.id);
  const living = companies.filter((company) => !company.deletedFlag);
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(seed, "contact", index);
    const id = 1200 + index;
    // The first round gives each company somebody; then chance.
    const company = index < living.length ? living[index] : pick(random, living);
    const firstName = faker.person.firstName();
    const lastName = faker.person.lastName();
    const homeless = index % 80 === 45;
    const shared = index % 40 === 11 || index % 40 === 12;
    const domain = company ? domainOf(company) : "mail.example";
    const mailbox = shared
      ? "office@sharedmail.example"
      : `${ascii(firstName)}.${ascii(lastName)}${id}@${domain}`;
    const email =
      index % 13 === 6 ? undefined : shared && index % 40 === 12 ? mailbox.toUpperCase() : mailbox;
    const entered = nowMs - between(random, 200, 1500) * DAY;
    return {
      id,
      firstName,
      ...(index % 50 === 33 ? {} : { lastName }),
      ...(company && !homeless ? { company: refTo(company) } : {}),
      ...(company && !homeless ? siteRef(sitesOf.get(company.id), random) : {}),
      title: pick(random, TITLES),
      inactiveFlag: index % 29 === 17,
      marriedFlag: false,
      unsubscribeFlag: false,
      disablePortalLoginFlag: true,
      ...(index % 60 === 8 ? { portalPassword: plant("portal") } : {}),
      defaultPhoneType: "Direct",
      defaultPhoneNbr: `253555${1000 + (id % 9000)}`,
      types: [index % 20 === 3 ? CONTACT_TYPES[1] : CONTACT_TYPES[0]],
      ...(index % 70 === 21
        ? {}
        : {
            communicationItems: communicationItems(id, {
              email,
              phone: `253555${1000 + (id % 9000)}`,
              fax: index % 25 === 2,
            }),
          }),
      customFields: customFieldsFor("contact", random, nowMs),
      _info: infoOf(entered, entered + between(random, 0, 190) * DAY),
    };
  });
}

function siteRef(sites: readonly CompanySite[] | undefined, random: () => number) {
  return sites?.length ? { site: refTo(pick(random, sites)) } : {};
}

/** The default e-mail of a contact, if any. */
export function emailOf(contact: Contact): string | undefined {
  return contact.communicationItems?.find((item) => item.communicationType === "Email")?.value;
}

export function contactRef(contact: Contact) {
  return { id: contact.id, name: [contact.firstName, contact.lastName].filter(Boolean).join(" ") };
}
