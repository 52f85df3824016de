// Golden tenants whose fields are the difficulty: what a caption, a type and eight values really hold.
import type { GoldenField, GoldenTenant } from "./golden-tenant.ts";

const plain = {
  teams: ["Help Desk"],
  admins: [["Priya Raman", "priya@msp.example"]],
  boards: [
    {
      name: "Help Desk",
      right: "Help Desk",
      statuses: [
        ["New", "", "open"],
        ["Closed", "closed", "closed"],
      ],
    },
  ],
  members: [["Priya Raman", "priya@msp.example", "Priya Raman"]],
} as const satisfies Partial<GoldenTenant>;

const text = (caption: string, samples: readonly string[], ...right: GoldenField["right"]): GoldenField => ({
  object: "ticket",
  caption,
  type: "Text",
  samples,
  right,
});

const sameCaption: GoldenTenant = {
  ...plain,
  name: "two fields of one caption",
  fields: [
    text("Location", ["Floor 2", "Basement"], "string"),
    { object: "ticket", caption: "Location", type: "Text", options: ["HQ", "Plant"], right: ["list"] },
    text("location", ["2", "3", "B"], "string"),
    { object: "company", caption: "Tier", type: "Text", options: ["Gold", "Silver"], right: ["list"] },
    { object: "contact", caption: "Tier", type: "Text", options: ["VIP", "Normal"], right: ["list"] },
    { object: "ticket", caption: "Tier", type: "Number", samples: ["1", "2"], right: ["decimal", "integer"] },
    text("Priority", ["ASAP", "whenever"], "string"),
    text("Board", ["as agreed", "ask Tom"], "string"),
    { object: "company", caption: "Status", type: "Text", samples: ["ok", "watch"], right: ["string"] },
    { object: "contact", caption: "Title", type: "Text", samples: ["Dr.", "Prof."], right: ["string"] },
    { object: "contact", caption: "Account Tier", type: "Text", options: ["1", "2"], right: ["list"] },
  ],
};

const datesAsText: GoldenTenant = {
  ...plain,
  name: "dates as text",
  fields: [
    text("Warranty end", ["2026-12-31", "2027-01-31", "2025-05-05"], "datetime"),
    text("Installed", ["12/31/2026", "01/15/2025", "3/4/2024"], "string"),
    text("Last audit", ["Q3 2026", "Q1 2025", "spring"], "string"),
    text("Go-live date", ["2026-01-01", "tbd", "2026-04-01"], "string"),
    text("Next visit", ["2026-01-15 14:30", "2026-01-16 09:00", "2026-02-01 10:15"], "datetime"),
    text("Renewal year", ["2026", "2027", "2025"], "string", "integer"),
    text("Patch window", ["Sun 02:00", "Sat 23:30", "Sun 04:00"], "string"),
    text("Exported at", ["20260115", "20260116", "20251231"], "string"),
    text("Imported epoch", ["1767225600", "1767312000", "1735689600"], "string", "integer"),
    text("Due", ["in 2 weeks", "Monday", "asap"], "string"),
    {
      object: "ticket",
      caption: "SLA clock",
      type: "Date",
      samples: ["soon", "2026-01-01"],
      right: ["string"],
    },
  ],
};

const tenPriorities: GoldenTenant = {
  ...plain,
  name: "priorities from 1 to 10",
  priorities: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  slas: ["1h", "4h", "NBD"],
  fields: [
    text("Prio (old tool)", ["1", "10", "7", "3"], "string", "integer", "decimal"),
    text("Impact score", ["1.5", "2.0", "9.25"], "string", "decimal"),
    {
      ...{ object: "ticket", caption: "Urgency", type: "Number", right: ["list"] },
      options: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    },
    text("Rank", ["1st", "2nd", "3rd"], "string"),
  ],
};

const many = Array.from({ length: 300 }, (_item, n) => `Site ${n}`);

const shapes: GoldenTenant = {
  ...plain,
  name: "values that mislead",
  fields: [
    text("Customer no.", ["00123", "00456", "10000"], "string"),
    text("Approved", ["yes", "no", "maybe"], "string"),
    text("Onsite", ["Y", "N"], "boolean"),
    text("Travel", ["1.5", "2", "0.25"], "string", "decimal"),
    text("Quoted", ["$1,200.00", "$90.50", "n/a"], "string"),
    text("Disk used", ["45%", "80%", "99%"], "string"),
    text("Gateway", ["10.0.0.1", "192.168.1.1", "172.16.0.1"], "string"),
    text("Modules", ["A;B;C", "A", "B;C"], "string"),
    text("Steps", [`1. Open\n2. ${"click ".repeat(60)}`.slice(0, 300), "short"], "note"),
    {
      object: "company",
      caption: "Access notes",
      type: "TextArea",
      samples: ["Ring twice."],
      right: ["string"],
    },
    { object: "ticket", caption: "Only one", type: "Text", options: ["Yes"], right: ["string"] },
    { object: "ticket", caption: "Site", type: "Text", options: many, right: ["string"] },
    { object: "ticket", caption: "Hours", type: "Number", samples: ["1,5", "2"], right: ["string"] },
    {
      object: "ticket",
      caption: "Done",
      type: "Percent",
      samples: ["45", "80"],
      right: ["decimal", "integer"],
    },
    { object: "ticket", caption: "Fee", type: "Currency", samples: ["12.50", "100"], right: ["decimal"] },
    {
      object: "ticket",
      caption: "Wiki",
      type: "Hyperlink",
      samples: ["https://w.example"],
      right: ["string"],
    },
    { object: "ticket", caption: "Flag", type: "Checkbox", samples: ["true", "false"], right: ["boolean"] },
    { object: "ticket", caption: "Launch", type: "Button", right: ["skip"] },
    { object: "ticket", caption: "Never used", type: "Text", right: ["string"] },
  ],
};

const secrets: GoldenTenant = {
  ...plain,
  name: "secrets in plain fields",
  fields: [
    { object: "company", caption: "Firewall password", type: "Password", right: ["skip"] },
    { object: "company", caption: "Router login pwd", type: "Text", samples: ["Tr0ub4dor"], right: ["skip"] },
    { object: "contact", caption: "Voicemail PIN", type: "Text", samples: ["4711", "0815"], right: ["skip"] },
    { object: "company", caption: "API secret", type: "Text", samples: ["sk_live_x"], right: ["skip"] },
    { object: "company", caption: "Alarm code", type: "Text", samples: ["1234#"], right: ["skip"] },
    text("Password reset done", ["yes", "no"], "boolean"),
    text("Pinned", ["true", "false"], "boolean"),
    text("Opinion", ["nice people", "slow"], "string"),
    text("Token ring?", ["no", "yes"], "boolean"),
  ],
};

export const tenantsOfShape: readonly GoldenTenant[] = [
  sameCaption,
  datesAsText,
  tenPriorities,
  shapes,
  secrets,
];
