// Work packages of projects: migrations, moves, roll-outs.
import { PROJECTS } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: PROJECTS, source: "Portal", urgency: 3 } as const;

export const PROJECT_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "migrate-mail",
    type: "Project",
    subType: "Migration",
    weight: 1,
    summaries: [
      "Pilot group: migrate 10 mailboxes",
      "Migrate shared mailboxes",
      "Cut over MX records of {company}",
    ],
    openings: [
      "Move the pilot group to the new tenant. Check: free/busy, shared calendars, mobile devices. Talk to {manager} before touching the executives.",
    ],
    exchanges: [
      {
        by: "internal",
        text: "Two mailboxes stuck at 95%: corrupt items. Raised the bad item limit, logged the 7 items.",
      },
      { by: "tech", text: "Hi {first}, the pilot group is moved. Please collect feedback until Thursday." },
      { by: "contact", text: "All happy, only the room calendar is missing." },
    ],
    resolutions: ["Pilot completed, room calendar re-shared. Go for the main group."],
    work: ["Mailbox moves and checks.", "Fixed room calendar permissions."],
  },
  {
    ...base,
    key: "rollout",
    type: "Project",
    subType: "Roll-out",
    weight: 1,
    summaries: [
      "Install access points at {site}",
      "Replace firewall at {site}",
      "Rack and cabling at {site}",
    ],
    openings: [
      "Install and configure according to the network plan. Window: Saturday. {manager} opens the door at {site}.",
    ],
    exchanges: [
      { by: "internal", text: "Patch panel port 14 dead, used 15. Update the drawing." },
      { by: "tech", text: "Everything is installed at {site}. Wi-Fi covers the warehouse now as well." },
    ],
    resolutions: ["Installed, tested, documented. Handed over to support."],
    work: ["On site at {site}: installation and tests."],
  },
];
