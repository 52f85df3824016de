// What people do to companies and contacts while a migration runs.
import { findById } from "./desk.ts";
import { infoOf, isoSeconds } from "./info.ts";
import type { Company, Contact } from "./records.ts";
import type { Tenant } from "./tenant.ts";

export interface PeopleMutators {
  /** A new contact, like the newest one but for `fields`; without e-mail and phone unless they are given. */
  addContact(fields: Partial<Contact> & { readonly firstName: string }): Contact;
  /** Throws a RangeError for a record that isn't there, as all of these do. */
  updateContact(contactId: number, changes: Partial<Contact>): Contact;
  deleteContact(contactId: number): void;
  updateCompany(companyId: number, changes: Partial<Company>): Company;
}

export function mutatePeople(tenant: Tenant, clock: () => Date): PeopleMutators {
  const nowMs = () => Math.floor(clock().getTime() / 1000) * 1000;
  const touched = <T extends Company | Contact>(record: T): T => ({
    ...record,
    _info: { ...record._info, lastUpdated: isoSeconds(nowMs()), updatedBy: "PRaman" },
  });
  const replace = <T extends Company | Contact>(list: T[], id: number, changes: Partial<T>): T => {
    const found = findById(list, id);
    if (!found) throw new RangeError(`no record ${id}`);
    const changed = touched({ ...found, ...changes, id });
    list[list.indexOf(found)] = changed;
    return changed;
  };
  return {
    addContact(fields) {
      const like = tenant.contacts.at(-1);
      if (!like) throw new RangeError("the tenant has no contact to take after");
      const { communicationItems, lastName, title, ...rest } = like;
      const contact: Contact = {
        ...rest,
        inactiveFlag: false,
        ...fields,
        id: like.id + 1,
        _info: infoOf(nowMs(), nowMs(), "PRaman"),
      };
      tenant.contacts.push(contact);
      return contact;
    },
    updateContact: (id, changes) => replace(tenant.contacts, id, changes),
    deleteContact(id) {
      const at = tenant.contacts.findIndex((contact) => contact.id === id);
      if (at < 0) throw new RangeError(`no contact ${id}`);
      tenant.contacts.splice(at, 1);
    },
    updateCompany: (id, changes) => replace(tenant.companies, id, changes),
  };
}
