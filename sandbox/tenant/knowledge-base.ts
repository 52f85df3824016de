// Knowledge base articles with their categories: they link to each other and to old tickets.
import { DAY, infoOf, isoSeconds } from "./info.ts";
import type { PlainRecord } from "./records.ts";
import type { Named } from "./service-levels.ts";

const CATEGORIES = ["Microsoft 365", "Network", "Printing", "Security"];

const ARTICLES = [
  [
    "Set up the VPN on a new laptop",
    1,
    "The user needs VPN access on a new laptop.",
    "1. Install the client from Company Portal\r\n2. Import the profile\r\n3. Sign in with MFA",
  ],
  [
    "Outlook keeps asking for a password",
    0,
    "Outlook prompts although the password is right.",
    "Clear the Credential Manager entries that start with MicrosoftOffice, then restart Outlook. See also KB {next}.",
  ],
  [
    "Add a network printer",
    2,
    "A printer has to be added for one user.",
    "Open <b>Printers & scanners</b>, choose <i>Add</i>, pick the queue from \\\\print01.",
  ],
  [
    "Report a phishing mail",
    3,
    "A user received a suspicious mail.",
    "Use the <b>Report</b> button. Don't forward it. Old case: ticket #{ticket}.",
  ],
  [
    "Reset MFA after a phone change",
    3,
    "The prompt goes to the old phone.",
    "Verify identity by call-back, then require re-registration.\r\n\r\n- Never by e-mail alone",
  ],
  [
    "Free disk space on a server",
    1,
    "RMM reports low disk space.",
    "Run the cleanup script, look at IIS logs first. Related: ticket #{ticket}, KB {next}.",
  ],
  [
    "Restart the print spooler",
    2,
    "Jobs are stuck in the queue.",
    "net stop spooler\ndel /q %systemroot%\\System32\\spool\\PRINTERS\\*\nnet start spooler",
  ],
  [
    "Request a shared mailbox",
    0,
    "A team wants one mailbox.",
    "Needs the approval of the office manager. 5 minutes in the admin center.",
  ],
] as const;

export function makeKnowledgeBase(nowMs: number, ticketIds: readonly number[]) {
  const entered = nowMs - 700 * DAY;
  const categories: Named[] = CATEGORIES.map((name, at) => ({
    id: 10 + at,
    name,
    location: { id: 2, name: "Seattle" },
    _info: infoOf(entered, entered),
  }));
  const subCategories: PlainRecord[] = [
    { id: 31, name: "Outlook", category: { id: 10, name: "Microsoft 365" }, _info: infoOf(entered, entered) },
  ];
  const articles: PlainRecord[] = ARTICLES.map(([title, category, issue, resolution], at) => ({
    id: 100 + at,
    title,
    issue,
    resolution: resolution
      .replace("{next}", String(100 + ((at + 1) % ARTICLES.length)))
      .replace("{ticket}", String(ticketIds[at * 3] ?? ticketIds[0] ?? "")),
    locationId: 2,
    businessUnitId: 10,
    board: { id: at % 2 === 0 ? 1 : 3, name: at % 2 === 0 ? "Help Desk" : "Managed Services" },
    categoryId: 10 + category,
    ...(at === 1 ? { subCategoryId: 31 } : {}),
    dateCreated: isoSeconds(entered + at * 20 * DAY),
    createdBy: "MBell",
    _info: infoOf(entered + at * 20 * DAY, entered + at * 40 * DAY, "MBell"),
  }));
  return { categories, subCategories, articles };
}
