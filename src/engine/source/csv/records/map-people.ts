// Rows of companies, contacts and members as neutral records.
import type { SourceCompany, SourceContact, SourceMember } from "../../../model/source.ts";
import { nameId } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { compact } from "./compact.ts";

export function auditOf(row: Row) {
  return {
    dateEntered: row.date("dateEntered"),
    enteredBy: row.text("enteredBy"),
    lastUpdated: row.date("lastUpdated"),
    updatedBy: row.text("updatedBy"),
  };
}

export function requireId(row: Row): string {
  const id = row.id("id");
  if (id === undefined) throw unreadable("it has no id");
  return id;
}

/** Several in one cell, divided by commas, semicolons or lines. */
const listOf = (text: string | undefined) =>
  (text ?? "")
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

export function mapCompany(row: Row): SourceCompany {
  const id = requireId(row);
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
    types: listOf(row.text("types")),
    status: row.text("status"),
    deleted: row.flag("deleted") ?? false,
    sites: [],
    customFields: row.customFields(),
  });
}

export function mapContact(row: Row, resolve: Resolver): SourceContact {
  const id = requireId(row);
  const [first, ...rest] = (row.text("name") ?? "").split(/\s+/).filter(Boolean);
  const own = row.text("firstName") ?? row.text("lastName");
  const email = row.text("email");
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
    phone: phone ?? mobile,
    title: row.text("title"),
    types: listOf(row.text("types")),
    company: resolve.company(row.id("companyId"), row.text("company")),
    site: site === undefined ? undefined : { id: nameId(site), name: site },
    inactive: row.flag("inactive") ?? false,
    communications: [
      ...item("Email", email, "Email", true),
      ...item("Phone", phone, "Direct", true),
      ...item("Phone", mobile, "Mobile", phone === undefined),
      ...item("Fax", fax, "Fax", true),
    ],
    customFields: row.customFields(),
  });
}

export function mapMember(row: Row): SourceMember {
  const full = [row.text("firstName"), row.text("lastName")].filter(Boolean).join(" ") || row.text("name");
  const identifier = row.text("identifier") ?? full ?? row.text("email");
  if (identifier === undefined) throw unreadable("it names nobody");
  return compact({
    id: row.id("id") ?? nameId(identifier),
    ...auditOf(row),
    identifier,
    name: full ?? identifier,
    email: row.text("email"),
    inactive: row.flag("inactive") ?? false,
  });
}
