// Reports of companies, contacts and members, and of the lists that few customers think of.
import { emailOf } from "../tenant/contacts.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { customOf, nameOf, type Report, type SayDate, textOf } from "./cells.ts";

const COMPANY_FIELDS = ["Contract tier", "Remote portal", "Firewall password", "Monthly spend"];
const CONTACT_FIELDS = ["VIP", "Best time to call"];
export function assemblePeopleReports(tenant: Tenant, date: SayDate): Report[] {
  return [
    {
      name: "companies.csv",
      captions: [
        ...[
          "Company ID",
          "Identifier",
          "Company",
          "Status",
          "Website",
          "Phone",
          "Address 1",
          "City",
          "State",
          "Zip",
        ],
        ...["Country", "Territory", "Type", "Deleted", "Date Entered", "Last Updated", ...COMPANY_FIELDS],
      ],
      rows: tenant.companies.map((company) => ({
        "Company ID": company.id,
        Identifier: company.identifier,
        Company: company.name,
        Status: nameOf(company.status),
        Website: company.website,
        Phone: textOf(company.phoneNumber),
        "Address 1": textOf(company.addressLine1),
        City: textOf(company.city),
        State: textOf(company.state),
        Zip: textOf(company.zip),
        Country: nameOf(company.country),
        Territory: nameOf(company.territory),
        Type: company.types.map(({ name }) => name).join(", "),
        Deleted: company.deletedFlag,
        "Date Entered": date(company._info.dateEntered),
        "Last Updated": date(company._info.lastUpdated),
        ...customOf(company.customFields),
      })),
    },
    {
      name: "contacts.csv",
      captions: [
        ...[
          "Contact ID",
          "First Name",
          "Last Name",
          "Email",
          "Phone",
          "Fax",
          "Title",
          "Type",
          "Company",
          "Site",
        ],
        ...["Inactive", "Portal Password", "Date Entered", "Last Updated", ...CONTACT_FIELDS],
      ],
      rows: tenant.contacts.map((contact) => ({
        "Contact ID": contact.id,
        "First Name": contact.firstName,
        "Last Name": contact.lastName,
        Email: emailOf(contact),
        Phone:
          contact.communicationItems?.find(({ communicationType }) => communicationType === "Phone")?.value ??
          textOf(contact.defaultPhoneNbr),
        Fax: contact.communicationItems?.find(({ communicationType }) => communicationType === "Fax")?.value,
        Title: contact.title,
        Type: (contact.types as readonly { name: string }[]).map(({ name }) => name).join(", "),
        Company: contact.company?.name,
        Site: contact.site?.name,
        Inactive: contact.inactiveFlag,
        "Portal Password": textOf(contact.portalPassword),
        "Date Entered": date(contact._info.dateEntered),
        "Last Updated": date(contact._info.lastUpdated),
        ...customOf(contact.customFields),
      })),
    },
  ];
}

export function assembleListReports(tenant: Tenant): Report[] {
  return [
    {
      name: "members.csv",
      captions: [
        "Member ID",
        "Identifier",
        "First Name",
        "Last Name",
        "Email",
        "Inactive",
        "Password",
        "Token",
      ],
      rows: tenant.members.map((member) => ({
        "Member ID": member.id,
        Identifier: member.identifier,
        "First Name": member.firstName,
        "Last Name": member.lastName,
        Email: member.primaryEmail,
        Inactive: member.inactiveFlag,
        Password: textOf(member.password),
        Token: textOf(member.token),
      })),
    },
    {
      name: "boards.csv",
      captions: ["Board ID", "Board", "Project Board"],
      rows: tenant.boards.map((board) => ({
        "Board ID": board.id,
        Board: board.name,
        "Project Board": board.projectFlag === true,
      })),
    },
    {
      name: "statuses.csv",
      captions: ["Status ID", "Board", "Status", "Closed"],
      rows: tenant.statuses.map((status) => ({
        "Status ID": status.id,
        Board: nameOf(status.board),
        Status: textOf(status.name),
        Closed: status.closedStatus === true,
      })),
    },
  ];
}
