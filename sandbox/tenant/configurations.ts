// Configurations (assets) with their questions; one question of some types is a password.
import { contactRef } from "./contacts.ts";
import { customFieldsFor } from "./custom-fields.ts";
import { DAY, infoOf, isoSeconds } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { between, pick, randomFor } from "./random.ts";
import { type Company, type Contact, type PlainRecord, type Ref, refTo } from "./records.ts";

export const CONFIGURATION_TYPES = [
  { id: 1, name: "Managed Workstation" },
  { id: 2, name: "Managed Server" },
  { id: 3, name: "Firewall" },
  { id: 4, name: "Printer" },
] as const;

export const CONFIGURATION_STATUSES = [
  { id: 1, description: "Active", closedFlag: false, defaultFlag: true },
  { id: 2, description: "Retired", closedFlag: true, defaultFlag: false },
] as const;

export interface Configuration extends PlainRecord {
  readonly name: string;
  readonly company: Ref;
  readonly contact?: Ref;
}

const MODELS = ["Latitude 5440", "ThinkPad T14", "PowerEdge R450", "FortiGate 60F", "LaserJet M479"];

function questions(typeId: number, id: number, serial: string, plant: PlantSecret) {
  const asked = [
    { question: "Location in building", answer: `Room ${100 + (id % 40)}`, fieldType: "Text" },
    { question: "Last restart", answer: "2026-01-04T02:10:00Z", fieldType: "Date" },
    { question: "Support line", answer: `https://support.example/${serial}`, fieldType: "Hyperlink" },
  ];
  if (typeId === 2 || typeId === 3) {
    asked.push({
      question: "Local administrator password",
      answer: plant("configuration"),
      fieldType: "Password",
    });
  }
  return asked.map((one, at) => ({
    answerId: id * 10 + at,
    questionId: typeId * 10 + at,
    ...one,
    sequenceNumber: at + 1,
    numberOfDecimals: 0,
    requiredFlag: false,
  }));
}

/** About one and a half for each contact, and a server and a firewall for each company, workstations below the server. */
export function makeConfigurations(
  seed: number,
  nowMs: number,
  companies: readonly Company[],
  contacts: readonly Contact[],
  plant: PlantSecret,
): Configuration[] {
  const made: Configuration[] = [];
  const serverOf = new Map<number, number>();
  const add = (typeIndex: number, company: Company, contact: Contact | undefined) => {
    const type = CONFIGURATION_TYPES[typeIndex] ?? CONFIGURATION_TYPES[0];
    const id = 5000 + made.length;
    const random = randomFor(seed, "configuration", id);
    const serial = `SN${between(random, 10_000_000, 99_999_999)}`;
    const retired = random() < 0.08;
    const bought = nowMs - between(random, 100, 1500) * DAY;
    const parent = serverOf.get(company.id);
    if (type.id === 2) serverOf.set(company.id, id);
    made.push({
      id,
      name: `${type.id === 2 ? "SRV" : type.id === 3 ? "FW" : "WS"}-${company.id}-${made.length}`,
      type: refTo(type),
      status: retired ? { id: 2, name: "Retired" } : { id: 1, name: "Active" },
      company: refTo(company),
      ...(contact ? { contact: contactRef(contact) } : {}),
      ...(company.site ? { site: company.site } : {}),
      deviceIdentifier: String(id * 7),
      serialNumber: id % 17 === 0 ? "" : serial,
      modelNumber: pick(random, MODELS),
      tagNumber: `T${id}`,
      purchaseDate: isoSeconds(bought),
      installationDate: isoSeconds(bought + 5 * DAY),
      warrantyExpirationDate: isoSeconds(bought + 1095 * DAY),
      macAddress: Array.from({ length: 6 }, () => between(random, 16, 255).toString(16)).join(":"),
      ipAddress: `10.0.${between(random, 0, 9)}.${between(random, 2, 250)}`,
      osType: type.id === 2 ? "Windows Server 2022" : "Windows 11 Pro",
      lastLoginName: contact ? contact.firstName.toLowerCase() : "svc-rmm",
      vendorNotes: "",
      notes: id % 11 === 0 ? "Keep the old SSD in the drawer." : "",
      ...(parent && type.id === 1 ? { parentConfigurationId: parent } : {}),
      questions: questions(type.id, id, serial, plant),
      activeFlag: !retired,
      customFields: customFieldsFor("configuration", random, nowMs),
      _info: infoOf(bought, Math.min(nowMs, bought + between(random, 1, 90) * DAY)),
    });
  };
  const byId = new Map(companies.map((company) => [company.id, company]));
  for (const company of companies) {
    add(1, company, undefined);
    add(2, company, undefined);
  }
  for (const [index, contact] of contacts.entries()) {
    const company = byId.get(contact.company?.id ?? -1);
    if (!company) continue;
    add(0, company, contact);
    if (index % 4 === 0) add(3, company, contact);
  }
  return made;
}
