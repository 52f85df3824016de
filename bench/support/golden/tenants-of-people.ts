// Golden tenants whose boards, statuses and people are the difficulty.
import type { GoldenTenant } from "./golden-tenant.ts";

const twentyStatuses: GoldenTenant = {
  name: "twenty statuses",
  teams: ["Dispatch"],
  admins: [["Marcus Bell", "marcus@msp.example"]],
  boards: [
    {
      name: "Dispatch",
      right: "Dispatch",
      statuses: [
        ["Triage", "", "open"],
        ["Assigned", "", "open"],
        ["Dispatch Needed", "", "open"],
        ["On Site", "", "open"],
        ["Work Complete - Needs Review", "", "open"],
        ["Parts Ordered", "", "snoozed"],
        ["Waiting Approval", "", "snoozed"],
        ["Quote Sent", "", "snoozed"],
        ["Customer Responded", "", "open"],
        [">Escalate to Tier 2", "", "open"],
        ["Re-Opened", "", "open"],
        ["Do Not Close", "", "open"],
        ["No longer waiting", "", "open"],
        ["RMA Sent", "", "snoozed"],
        ["Scheduled - Remote", "", "snoozed"],
        ["On Hold", "", "snoozed"],
        ["Pending Close", "", "snoozed", "open"],
        ["Cancelled", "", "closed"],
        ["Completed (contact not notified)", "closed", "closed"],
        [">Closed", "closed", "closed"],
      ],
    },
  ],
  members: [["Marcus Bell", "marcus@msp.example", "Marcus Bell"]],
  fields: [],
};

const CUSTOMER_STATUSES = [
  ["New", "", "open"],
  ["Waiting on Client", "", "snoozed"],
  ["Closed", "closed", "closed"],
] as const;

const boardsAsCustomers: GoldenTenant = {
  name: "boards as customers",
  teams: ["Support", "Sales"],
  admins: [["Priya Raman", "priya@msp.example"]],
  boards: [
    "Harbor Dental",
    "Miller & Sons LLC",
    "City of Ashford",
    "Bluewater Logistics",
    "Kline Architects GmbH",
    "St. Mary's School",
  ].map((name) => ({ name, right: "Support", statuses: CUSTOMER_STATUSES })),
  members: [["Priya Raman", "priya@msp.example", "Priya Raman"]],
  fields: [],
};

const namesakes: GoldenTenant = {
  name: "people who are alike",
  teams: ["Service"],
  admins: [
    ["John Smith", "john.smith@new.example"],
    ["Jane Smith", "jane@new.example"],
    ["Robert Carter", "rcarter@new.example"],
    ["Marta Garcia", "marta@new.example"],
    ["Juan Ortega", "juan@new.example"],
    ["Alex Kim", "alex.kim@new.example"],
    ["Alex Kim", "alex.kim2@new.example"],
    ["Christian Bauer", "cb@new.example"],
  ],
  boards: [{ name: "Service", right: "Service", statuses: CUSTOMER_STATUSES }],
  members: [
    ["Smith, John", "jsmith@old.example", "John Smith"],
    ["Jane Smith", "JANE@new.example", "Jane Smith"],
    ["Bob Carter", "", "Robert Carter"],
    ["Maria Garcia", "", null],
    ["J. Ortega", "", "Juan Ortega"],
    ["Alex Kim", "alex.kim2@new.example", "Alex Kim"],
    ["Christina Bauer", "cbauer@old.example", null],
    ["JSmith", "", null],
    ["Zapier Integration", "", null],
    ["API Member", "api@old.example", null],
  ],
  fields: [],
};

const likeTeams: GoldenTenant = {
  name: "teams that are alike",
  teams: [
    "Support - East",
    "Support - West",
    "RMM Alerts",
    "Projects",
    "Networking",
    "Sales US",
    "Sales EMEA",
  ],
  admins: [["Priya Raman", "priya@msp.example"]],
  boards: [
    { name: "Support East", right: "Support - East", statuses: CUSTOMER_STATUSES },
    { name: "Support West", right: "Support - West", statuses: CUSTOMER_STATUSES },
    { name: "Alerts (RMM)", right: "RMM Alerts", statuses: CUSTOMER_STATUSES },
    { name: "Projects (old)", right: "Projects", statuses: CUSTOMER_STATUSES },
    { name: "Network", right: "Networking", statuses: CUSTOMER_STATUSES },
    { name: "Billing", right: "Billing", statuses: CUSTOMER_STATUSES },
    { name: "Internal IT", right: "Internal IT", statuses: CUSTOMER_STATUSES },
  ],
  members: [],
  fields: [],
};

const flagsAndNames: GoldenTenant = {
  name: "flags against names",
  teams: ["Tier 1", "Tier 2"],
  admins: [["Priya Raman", "priya@msp.example"]],
  boards: [
    {
      name: "Tier 1",
      right: "Tier 1",
      statuses: [
        ["Completed", "", "closed"],
        ["Closed-Survey", "", "closed"],
        ["Resolved, waiting for confirmation", "", "snoozed"],
        ["Waiting on Client", "closed", "closed"],
        ["Complete - Billing Hold", "closed", "closed"],
      ],
    },
    {
      name: "Tier 2",
      right: "Tier 2",
      statuses: [
        ["Completed", "closed", "closed"],
        ["Unresolved", "", "open"],
        ["Incomplete", "", "open"],
        ["Client Updated", "", "open"],
        ["Enter Time", "", "open"],
        ["Follow up", "", "snoozed", "open"],
      ],
    },
  ],
  members: [["Priya Raman", "", "Priya Raman"]],
  fields: [],
};

const factorySettings: GoldenTenant = {
  name: "ConnectWise's own defaults",
  teams: [],
  admins: [["Owner", "owner@msp.example"]],
  boards: [
    {
      name: "My Company/Service",
      right: "My Company/Service",
      statuses: [
        ["New (not responded)", "", "open"],
        ["New (email)*", "", "open"],
        ["Assigned", "", "open"],
        ["In Progress", "", "open"],
        ["Scheduled", "", "snoozed"],
        ["Schedule Hold", "", "snoozed"],
        ["Waiting Materials", "", "snoozed"],
        ["Waiting Customer", "", "snoozed"],
        ["Customer Updated", "", "open"],
        ["Completed*", "closed", "closed"],
        [">Closed*", "closed", "closed"],
      ],
    },
  ],
  members: [["Owner One", "", null]],
  fields: [],
  priorities: ["Priority 1 - Emergency Response", "Priority 4 - Scheduled Maintenance"],
};

export const tenantsOfPeople: readonly GoldenTenant[] = [
  twentyStatuses,
  boardsAsCustomers,
  namesakes,
  likeTeams,
  flagsAndNames,
  factorySettings,
];
