// Rows of companies, contacts and members as neutral records.
import type {
  CustomFieldValue,
  Ref,
  SourceCompany,
  SourceContact,
  SourceMember,
} from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import { isYesOrNo } from "../../../values/sensitive/looks-sensitive.ts";
import { namesASecret } from "../../../values/sensitive/name-sensitivity.ts";
import { nameId, plainName } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { readFlag, readNumber } from "../text/read-values.ts";
import { type Row, unreadable } from "../text/row-reader.ts";

export function auditOf(row: Row) {
  return {
    dateEntered: row.date("dateEntered"),
    enteredBy: row.text("enteredBy"),
    lastUpdated: row.date("lastUpdated"),
    updatedBy: row.text("updatedBy"),
  };
}

export function requireId(row: Row, read: "id" | "key" = "id"): string {
  const id = row[read]("id");
  if (id === undefined) throw unreadable("it has no id");
  return id;
}

/** Several in one cell, divided by commas, semicolons or lines. */
export const listOf = (text: string | undefined) =>
  (text ?? "")
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Exports have one of two columns, which say the opposite of each other. */
const isInactive = (row: Row) => row.flag("inactive") ?? row.flag("active") === false;

/** Where the API lists things, exports name them in one cell or in columns of their own. */
const typesOf = (row: Row) =>
  row.has("types")
    ? listOf(row.text("types"))
    : row.listed("types").flatMap(({ name }) => (typeof name === "string" ? [name] : []));

/** A person or a company that a record names beside itself. */
function refOf(row: Row, field: string): Ref | undefined {
  const full = [row.text(`${field}FirstName`), row.text(`${field}LastName`)].filter(Boolean).join(" ");
  const name = row.text(field) ?? (full || undefined);
  const id = row.key(`${field}Id`);
  if (name === undefined) return id === undefined ? undefined : { id };
  return { id: id ?? nameId(name), name };
}

export function mapCompany(row: Row): SourceCompany {
  const id = requireId(row, "key");
  const town = [row.text("city"), [row.text("state"), row.text("zip")].filter(Boolean).join(" ")].filter(
    Boolean,
  );
  const lines = [row.text("addressLine1"), row.text("addressLine2"), ...town, row.text("country")];
  return compact({
    id,
    ...auditOf(row),
    identifier: row.text("identifier"),
    name: row.text("name") ?? row.text("identifier") ?? `Company ${id}`,
    website: row.text("website"),
    phone: row.text("phone"),
    address: row.text("address")?.replace(/\s*\n\s*/g, ", ") ?? lines.filter(Boolean).join(", "),
    territory: row.text("territory"),
    types: typesOf(row),
    status: row.text("status"),
    accountNumber: row.text("accountNumber"),
    market: row.text("market"),
    timeZone: row.text("timeZone"),
    territoryManager: refOf(row, "territoryManager"),
    defaultContact: refOf(row, "defaultContact"),
    parentCompany: refOf(row, "parentCompany"),
    deleted: row.flag("deleted") ?? false,
    sites: [],
    customFields: customFieldsOf(row),
  });
}

export function mapContact(row: Row, resolve: Resolver): SourceContact {
  const id = requireId(row);
  const [first, ...rest] = plainName(row.text("name") ?? "")
    .split(" ")
    .filter(Boolean);
  const own = row.text("firstName") ?? row.text("lastName");
  const items = communicationsOf(row);
  const main = (type: string) => {
    const some = items.filter((one) => one.type === type);
    return (some.find((one) => one.default) ?? some[0])?.value;
  };
  const email = row.text("email") ?? main("Email");
  const [phone, mobile, fax] = [row.text("phone"), row.text("mobile"), row.text("fax")];
  const site = row.text("site");
  const item = (type: "Email" | "Phone" | "Fax", value: string | undefined, label: string, main: boolean) =>
    value === undefined ? [] : [{ type, label, value, default: main }];
  return compact({
    id,
    ...auditOf(row),
    firstName: own === undefined ? first : row.text("firstName"),
    lastName: own === undefined ? rest.join(" ") || undefined : row.text("lastName"),
    email,
    phone: phone ?? mobile ?? main("Phone"),
    title: row.text("title"),
    department: row.text("department"),
    relationship: row.text("relationship"),
    manager: refOf(row, "manager"),
    types: typesOf(row),
    company: resolve.company(companyOf(row)),
    site: site === undefined ? undefined : { id: row.id("siteId") ?? nameId(site), name: site },
    inactive: isInactive(row),
    communications: [
      ...items,
      ...(items.some(({ type }) => type === "Email") ? [] : item("Email", email, "Email", true)),
      ...item("Phone", phone, "Direct", true),
      ...item("Phone", mobile, "Mobile", phone === undefined),
      ...item("Fax", fax, "Fax", true),
    ],
    customFields: customFieldsOf(row),
  });
}

/** A column called ID holds keys in one export and logins in another: a key is a number. */
export function memberFactsOf(row: Row, who: "member" | "owner", name: string | undefined) {
  const said = row.key(`${who}Id`);
  const isKey = said !== undefined && /^\d+$/.test(said);
  return {
    id: isKey ? said : undefined,
    login: row.text(`${who}Login`) ?? (isKey ? undefined : said),
    name,
  };
}

export const companyOf = (row: Row) => ({
  id: row.key("companyId"),
  identifier: row.text("companyIdentifier"),
  name: row.text("company"),
});

/** E-mails and phones as the API lists them; without its type an item is what its type's name says. */
function communicationsOf(row: Row): SourceContact["communications"] {
  return row.listed("communicationItems").flatMap((one) => {
    const { value, communicationType, defaultFlag, extension } = one;
    if (typeof value !== "string" || value === "") return [];
    const label = one["type.name"];
    const told = [communicationType, label].find(
      (word) => typeof word === "string" && /mail|fax|phone/i.test(word),
    );
    const type = /mail/i.test(String(told)) ? "Email" : /fax/i.test(String(told)) ? "Fax" : "Phone";
    const whole = type === "Phone" && extension ? `${value} x${extension}` : value;
    const isDefault = defaultFlag === true || /^true$/i.test(String(defaultFlag));
    return [
      { type, ...(typeof label === "string" ? { label } : {}), value: whole, default: isDefault },
    ] as const;
  });
}

/** Columns of their own, and what the API lists as custom fields. */
export function customFieldsOf(row: Row): CustomFieldValue[] {
  const listed = row.listed("customFields").flatMap(({ id, caption, type = "Text", entryMethod, value }) => {
    if (id === undefined || value === undefined || value === null || value === "") return [];
    const field = { id: String(id), caption: String(caption ?? `Field ${id}`), type: String(type) };
    if (field.type === "Password" || field.type === "Button") return [];
    const choice = /^(?:checkbox|date)$/i.test(field.type) || entryMethod === "List";
    if (!choice && namesASecret(field.caption) && !isYesOrNo(String(value))) return [];
    return [{ ...field, value: typedValue(value, field.type) }];
  });
  return [...row.customFields(), ...listed];
}

function typedValue(value: unknown, type: string): CustomFieldValue["value"] {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.join(", ");
  const text = String(value);
  if (/^checkbox$/i.test(type)) return readFlag(text) ?? text;
  return /^(?:number|currency|percent)$/i.test(type) && text.trim() !== ""
    ? (readNumber(text, false) ?? text)
    : text;
}

export function mapMember(row: Row): SourceMember {
  const said = row.text("name");
  const full =
    [row.text("firstName"), row.text("lastName")].filter(Boolean).join(" ") ||
    (said === undefined ? undefined : plainName(said));
  const identifier = row.text("identifier") ?? full ?? row.text("email");
  if (identifier === undefined) throw unreadable("it names nobody");
  return compact({
    id: row.key("id") ?? nameId(identifier),
    ...auditOf(row),
    identifier,
    name: full ?? identifier,
    email: row.text("email"),
    inactive: isInactive(row),
  });
}
