// Custom fields of every screen: their definitions, and values for a record.
import { DAY, infoOf, isoSeconds } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { between, chance, pick, type Random } from "./random.ts";
import type { CustomFieldValue, PlainRecord } from "./records.ts";

type Screen = "ticket" | "company" | "contact" | "configuration";

interface Definition {
  readonly id: number;
  readonly screen: Screen;
  readonly caption: string;
  readonly type: string;
  readonly entry: "EntryField" | "List" | "Option" | "Date";
  /** Option texts; one that ends in `!` is inactive, yet old records hold it. */
  readonly options?: readonly string[];
}

const POD: Record<Screen, number> = { ticket: 2, company: 1, contact: 3, configuration: 5 };

const FIELD_DEFINITIONS: readonly Definition[] = [
  { id: 11, screen: "ticket", caption: "Vendor Ticket Number", type: "Text", entry: "EntryField" },
  { id: 12, screen: "ticket", caption: "Warranty end", type: "Date", entry: "Date" },
  { id: 13, screen: "ticket", caption: "Escalated", type: "Checkbox", entry: "EntryField" },
  { id: 14, screen: "ticket", caption: "Affected users", type: "Number", entry: "EntryField" },
  {
    id: 15,
    screen: "ticket",
    caption: "Root cause",
    type: "Text",
    entry: "List",
    options: ["User training", "Hardware failure", "Vendor outage", "Configuration", "Security", "Gremlins!"],
  },
  { id: 16, screen: "ticket", caption: "Door code", type: "Password", entry: "EntryField" },
  { id: 17, screen: "ticket", caption: "Change description", type: "TextArea", entry: "EntryField" },
  {
    id: 21,
    screen: "company",
    caption: "Contract tier",
    type: "Text",
    entry: "Option",
    options: ["Gold", "Silver", "Break-fix"],
  },
  { id: 22, screen: "company", caption: "Remote portal", type: "Hyperlink", entry: "EntryField" },
  { id: 23, screen: "company", caption: "Firewall password", type: "Password", entry: "EntryField" },
  { id: 24, screen: "company", caption: "Monthly spend", type: "Currency", entry: "EntryField" },
  { id: 31, screen: "contact", caption: "VIP", type: "Checkbox", entry: "EntryField" },
  { id: 32, screen: "contact", caption: "Best time to call", type: "Text", entry: "EntryField" },
  { id: 41, screen: "configuration", caption: "Warranty end", type: "Date", entry: "Date" },
  { id: 42, screen: "configuration", caption: "Rack unit", type: "Number", entry: "EntryField" },
];

export function makeUserDefinedFields(nowMs: number): PlainRecord[] {
  return FIELD_DEFINITIONS.map((field, index) => ({
    id: field.id,
    podId: POD[field.screen],
    caption: field.caption,
    sequenceNumber: index + 1,
    helpText: `Shown on the ${field.screen} screen`,
    fieldTypeIdentifier: field.type,
    numberDecimals: field.type === "Currency" ? 2 : 0,
    entryTypeIdentifier: field.entry,
    requiredFlag: false,
    displayOnScreenFlag: true,
    readOnlyFlag: false,
    listViewFlag: false,
    options: (field.options ?? []).map((option, at) => ({
      id: field.id * 100 + at,
      optionValue: option.replace(/!$/, ""),
      defaultFlag: at === 0,
      inactiveFlag: option.endsWith("!"),
      sortOrder: at,
    })),
    dateCreated: isoSeconds(nowMs - 1200 * DAY),
    _info: infoOf(nowMs - 1200 * DAY, nowMs - 400 * DAY),
  }));
}

const CHANGES = [
  "Replaced the access point and moved the SSID to the guest VLAN.\r\nRollback: restore config backup.",
  "Raised the mailbox quota and enabled the online archive.",
  "Opened TCP 8443 from the vendor's range only.",
];

/** The `customFields` of one record. A field without a value keeps its place and loses `value`. */
export function customFieldsFor(
  screen: Screen,
  random: Random,
  nowMs: number,
  plant?: PlantSecret,
): CustomFieldValue[] {
  const fields: CustomFieldValue[] = [];
  for (const field of FIELD_DEFINITIONS) {
    if (field.screen !== screen) continue;
    const value = drawValue(field, random, nowMs, plant);
    fields.push({
      id: field.id,
      caption: field.caption,
      type: field.type,
      entryMethod: field.entry,
      numberOfDecimals: field.type === "Currency" ? 2 : 0,
      ...(value === undefined ? {} : { value }),
    });
  }
  return fields;
}

function drawValue(field: Definition, random: Random, nowMs: number, plant?: PlantSecret) {
  const filled = random();
  if (field.type === "Password") return plant ? plant(`field-${field.id}`) : undefined;
  if (field.type === "Checkbox") return filled < 0.1;
  if (field.options) return filled < 0.4 ? pick(random, field.options).replace(/!$/, "") : undefined;
  if (filled > 0.25) return undefined;
  if (field.type === "Number") return between(random, 1, 60);
  if (field.type === "Currency") return between(random, 400, 9000) + 0.5;
  if (field.type === "Date")
    return isoSeconds(Math.floor((nowMs + between(random, -400, 900) * DAY) / DAY) * DAY);
  if (field.type === "Hyperlink") return `https://portal-${between(random, 100, 999)}.example/login`;
  if (field.type === "TextArea") return pick(random, CHANGES);
  return field.screen === "contact" && chance(random, 0.9)
    ? pick(random, ["mornings", "after 14:00", "never on Fridays"])
    : `${pick(random, ["MSFT", "DELL", "LNV", "ISP"])}-${between(random, 100000, 999999)}`;
}
