// Faults in contacts and companies.
import type { Company, Contact } from "../../sandbox/intercom/records.ts";
import { bendAttribute, type Corruption, pick } from "./proof-corruption.ts";

const contact: Readonly<Record<string, Corruption<Contact>>> = {
  "a contact's e-mail off by a letter": (one) => {
    if (one.email === null) return undefined;
    one.email = `x${one.email}`;
    return ["email"];
  },
  "a contact's e-mail gone": (one) => {
    if (one.email === null) return undefined;
    one.email = null;
    return ["email"];
  },
  "a contact renamed": (one) => {
    one.name = `${one.name} Jr.`;
    return ["name"];
  },
  "a contact with another external id": (one) => {
    one.external_id = `${one.external_id}0`;
    return ["externalId"];
  },
  "a contact's attribute changed": ({ custom_attributes }, { random }) => {
    const name = bendAttribute(custom_attributes, random);
    return name === undefined ? undefined : [`attributes.${name}`];
  },
  "a contact's attribute removed": ({ custom_attributes }, { random }) => {
    const name = pick(random, Object.keys(custom_attributes));
    if (name === undefined) return undefined;
    delete custom_attributes[name];
    return [`attributes.${name}`];
  },
  "a contact's company detached": (one, { workspace }) => {
    const [id] = one.company_ids;
    const company = id === undefined ? undefined : workspace.companies.get(id);
    if (!company) return undefined;
    one.company_ids = [];
    return [`companies[${company.company_id.split(":").at(-1)}]`];
  },
  "a contact turned into a lead": (one) => {
    one.role = one.role === "lead" ? "user" : "lead";
    return ["role"];
  },
  // Archiving is not among them: Intercom's answer for a single contact does not tell it.
  "a contact deleted": (one, { workspace }) => {
    workspace.contacts.delete(one.id);
    return ["record"];
  },
};

const company: Readonly<Record<string, Corruption<Company>>> = {
  "a company renamed": (one) => {
    one.name = `${one.name}.`;
    return ["name"];
  },
  "a company's website changed": (one) => {
    if (one.website === null) return undefined;
    one.website = `${one.website}.example`;
    return ["website"];
  },
  "a company's attribute changed": ({ custom_attributes }, { random }) => {
    const name = bendAttribute(custom_attributes, random);
    return name === undefined ? undefined : [`attributes.${name}`];
  },
};

export const CORRUPTIONS_OF_PEOPLE = { contact, company };
