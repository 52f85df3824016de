// Sales requests: quotes and renewals.
import { SALES } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: SALES, source: "Email Connector", urgency: 4 } as const;

export const SALES_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "quote",
    type: "Quote",
    subType: "Hardware",
    weight: 5,
    summaries: ["Quote for 5 laptops", "New server for {site}: please quote", "Monitors for {dept}"],
    openings: [
      "Hi {owner},\r\n\r\nwe'd like five new laptops for {dept}, similar to {host} but with 32 GB. Could you send a quote by Friday?\r\n\r\nThanks\r\n{first}",
    ],
    exchanges: [
      { by: "tech", text: "Dear {first}, the quote is attached (Q-{case}). Delivery takes about ten days." },
      { by: "contact", text: "Looks good. Can you include docking stations?" },
      { by: "internal", text: "Margin at 11% with docks. OK by Priya." },
    ],
    resolutions: ["Quote Q-{case} accepted, order placed with {vendor}.", "Client postponed to next year."],
    work: ["Prepared quote Q-{case}."],
  },
  {
    ...base,
    key: "renewal",
    type: "Renewal",
    subType: "Licences",
    weight: 4,
    summaries: [
      "{app} licences expire next month",
      "Renew antivirus for {company}",
      "Microsoft 365 renewal, 3 more seats",
    ],
    openings: [
      "Our {app} licences run out at the end of next month. Please renew for another year, three seats more than now.\n\n{first}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first}, shall we co-term the new seats with the old ones? That makes one invoice of it.",
      },
      { by: "contact", text: "One invoice, please." },
    ],
    resolutions: ["Renewed with {vendor}, order {case}; seats co-termed."],
    work: ["Ordered renewal with {vendor}."],
  },
];
