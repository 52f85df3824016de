// English: from the sample to the rollback.
import { count, duration, some } from "./formats.ts";
import { about } from "./numbers.ts";

export const laterSteps = {
  sample: {
    title: "The sample, field by field",
    summary: (tickets: number, contacts: number, fields: number, coverage: number) =>
      `${some(tickets, "ticket", "tickets")} and ${some(contacts, "contact", "contacts")} were moved and read back: ${some(fields, "field", "fields")} compared. They show ${Math.floor(coverage * 100)} % of what occurs in your tickets: boards, statuses, priorities, types and field values, alone and in pairs.`,
    preview: (tickets: number, contacts: number, fields: number, coverage: number) =>
      `There is no staging workspace, so this is a preview of what ${some(tickets, "ticket", "tickets")} and ${some(contacts, "contact", "contacts")} would become: ${some(fields, "field", "fields")} compared. They show ${Math.floor(coverage * 100)} % of what occurs in your tickets: boards, statuses, priorities, types and field values, alone and in pairs.`,
    verdict: (discrepancies: number) =>
      discrepancies === 0
        ? "Every field is as it should be."
        : `${some(discrepancies, "field is", "fields are")} not as ${discrepancies === 1 ? "it" : "they"} should be. Worst first:`,
    columns: ["Record", "Field", "ConnectWise", "Intercom", "Verdict"],
    verdicts: {
      same: "as it should be",
      altered: "changed to fit",
      missing: "missing",
      different: "different",
      extra: "extra",
    },
    where: "Look at it yourself in Intercom, in the staging workspace.",
    approve: "The sample is right",
    showTickets: "Show three tickets",
    ticketsTitle: "Before and after",
    close: "Close",
    ticketsIntro:
      "Three of your tickets as they will look: what ConnectWise says, and what Intercom will show.",
    ticket: (id: string, title: string) => `*Ticket ${id}*: ${title}`,
    fieldLine: (field: string, source: string, destination: string) =>
      source === destination ? `${field}: ${destination}` : `${field}: ${source} → *${destination}*`,
    moreFields: (n: number) => `and ${some(n, "more field", "more fields")}`,
    fields: {
      title: "Title",
      state: "State",
      createdAt: "Opened",
      contact: "Requester",
      company: "Company",
      assignee: "Assignee",
      team: "Team",
      teamId: "Team",
      adminId: "Assignee",
      body: "Opening message",
      "body.author": "Written by",
      author: "written by",
      audience: "seen by",
      attachments: "files",
      order: "order",
      name: "Name",
      email: "E-mail",
      phone: "Phone",
      website: "Website",
      role: "Role",
      record: "The whole record",
      externalId: "ConnectWise id",
      companyId: "ConnectWise id",
    },
    part: "Message",
    continued: (number: string) => `conversation ${number}`,
    parts: { note: "Note", time: "Time entry", files: "Files" },
    records: { ticket: "Ticket", contact: "Contact", company: "Company" },
    values: {
      note: "internal note",
      comment: "public reply",
      nothing: "nothing",
      "not written yet": "not written yet",
    },
    someone: "the requester",
    someAdmin: "an admin of Intercom",
    someTeam: "a team of Intercom",
    someRecord: "its record in Intercom",
    altered: "These values were changed to fit, each for the reason beside it:",
    examples: "A few examples, in case you want to look them up:",
    noTickets: "The sample holds no tickets to show.",
    back: "Change the map",
    next: "Next: a short checklist, then the cutover. If something is wrong, change the map and I sample again.",
  },
  silence: {
    title: "So that your customers notice nothing",
    intro: "I write with notifications off. These switches are yours; please set them before the full run:",
    items: [
      { id: "workflows", text: "Workflows and bots that start on new conversations are paused." },
      { id: "outbound", text: "Outbound messages that fire on new contacts or attributes are paused." },
      { id: "surveys", text: "Satisfaction surveys on closed conversations are paused." },
      { id: "assignment", text: "Assignment rules and SLAs for new conversations are paused." },
      { id: "apps", text: "Webhooks and apps that react to conversations know of the move." },
    ],
    done: "Done",
    confirm: "All of it is done",
    open: (n: number) => `${some(n, "point is", "points are")} open.`,
    next: "Next: the account manager approves the cutover. Until then nothing is written to production.",
    nextWithSample:
      "Next: the account manager approves the cutover. Until then nothing more is written to production.",
  },
  cutover: {
    title: "Approve the cutover",
    asks: "The account manager approves this, and it must be somebody other than the person who approved the plan.",
    asksOf: (managers: string) =>
      `${managers}: this waits for you. It must be somebody other than the person who approved the plan.`,
    /** Losses and warnings are told one by one on the plan. */
    figures: (things: string, losses: number, warnings: number, seconds: number) =>
      `To be written: ${things}, in about ${duration(seconds)}. ${losses === 0 ? "Every value fits" : `${some(losses, "kind of value does", "kinds of values do")} not fit as it is`}; ${warnings === 0 ? "no warnings" : some(warnings, "warning", "warnings")}.`,
    approvedBy: (who: string) => `The plan and the sample were approved by ${who}.`,
    effect: (workspace: string) =>
      `Approving starts the full run to *${workspace}*. ConnectWise stays in use. You can pause or cancel at any time, and roll back afterwards.`,
    approve: "Approve and start",
    back: "Change the map first",
    confirmTitle: "Start the full run?",
    confirmText: "I begin to write to production. Pause, cancel and rollback stay at hand.",
    yes: "Start",
    no: "Not yet",
  },
  manager: {
    target: (workspace: string) => `You approve the full run to *${workspace}*.`,
    message: (url: string) => `<${url}|The message with the button>`,
    report: (url: string) =>
      `<${url}|The sample, field by field>; the link works for 30 days, for whoever has it.`,
  },
  work: {
    surveying: {
      title: "Reading ConnectWise",
      text: "I count records, look at rights and take samples. Nothing is written.",
    },
    proposing: {
      title: "Drafting the map",
      text: "I compare both sides and draft the map. Nothing is written.",
    },
    planning: {
      title: "Computing the plan",
      text: "I compute what the map would write. Nothing is written.",
    },
    sampling: { title: "Moving the sample", text: "I move a sample, read it back and compare every field." },
    "removing-sample": {
      title: "Removing the sample",
      text: "I take the sample out of Intercom again, and nothing else. What people touched since is kept and named.",
    },
    running: {
      title: "The full run",
      text: "ConnectWise stays in use. I post here when it is done or when I need you.",
    },
    delta: { title: "Catching up", text: "I move what changed in ConnectWise since the last run." },
    verifying: { title: "Verifying", text: "I read every record back and compare it. Nothing is written." },
    "rolling-back": {
      title: "Rolling back",
      text: "I take back what I wrote. Records that people touched since are kept and named.",
    },
  },
  progress: {
    line: (percent: number, done: number, total: number) =>
      `*${percent} %* · ${count(done)} of ${some(total, "record", "records")}`,
    rate: (writes: number, rate: number) =>
      rate > 0
        ? `${some(writes, "write", "writes")}, ${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))} requests a second`
        : some(writes, "write", "writes"),
    eta: (low: number, high: number) => `${about(low, high)} left`,
    etaUnknown: "time left: not known yet",
    exceptions: (n: number) => (n === 0 ? "no exceptions" : some(n, "exception", "exceptions")),
    starting: "Starting.",
    reading: (percent: number, tickets: number, withNotes: number, withFiles?: number) =>
      `*${percent} %* · ConnectWise gives notes and files ticket by ticket, which takes the time. Of ${some(tickets, "ticket", "tickets")}, ${count(withNotes)} are read with their notes${withFiles === undefined ? "" : ` and ${count(withFiles)} looked through for files`}. You can go on working; I post the plan here when it is done.`,
    showExceptions: "Show exceptions",
    pause: "Pause",
    cancel: "Cancel",
    cancelTitle: "Cancel the run?",
    cancelText: "What is written stays, and can be continued or rolled back.",
    cancelYes: "Cancel the run",
    cancelNo: "Keep going",
    milestone: (title: string, percent: number, left: string) => `${title}: ${percent} % done, ${left}.`,
    phaseDone: (phase: string, done: number) => `${phase}: done, ${count(done)}.`,
    phaseBegins: (phase: string, total: number) =>
      total > 0 ? `Now: ${phase} (${count(total)}).` : `Now: ${phase}.`,
    group: (n: number, message: string, remedy: string) =>
      `*${some(n, "record", "records")}*: ${message} ${remedy}`,
    groupsTitle: (total: number) =>
      `*${some(total, "record has", "records have")} not made it so far.* The run goes on.`,
  },
  halt: {
    paused: (what: string) => `${what}: paused`,
    failed: (what: string) => `${what}: stopped`,
    cancelled: (what: string) => `${what}: cancelled`,
    kept: "What was written is in the journal: nothing is done twice when it goes on.",
    resume: "Resume",
    pausedBy: (who: string) => `${who} paused it.`,
    pausedRemedy: "Press Resume when you are ready.",
    cancelledBy: (who: string) => `${who} cancelled it.`,
    cancelledRemedy: "Resume goes on where it stopped; or leave it as it is.",
    unknown: "It ended without saying why.",
    unknownRemedy: "Press Resume; if it stops again, tell your account manager.",
  },
  migrated: {
    title: "The helpdesk has moved",
    counts: (writes: number, exceptions: string) => `${some(writes, "write", "writes")}, ${exceptions}.`,
    text: "People may still work in ConnectWise for a while. Catch up as often as you like; each time only what changed is moved.",
    notAll: (exceptions: string) => `Not everything made it: ${exceptions}.`,
    delta: "Catch up now",
    retryFailed: (n: number) =>
      n === 1 ? "Try the failed one again" : `Try the ${count(n)} failed ones again`,
    verify: "Verify everything",
    next: "Next: verification reads every record back and issues the certificate.",
  },
  certificate: {
    title: "Certificate",
    forgotten: (
      days: number,
      records: number,
      files: number,
      credentials: number,
      rows: number,
      operations: number,
    ) =>
      `As agreed, ${some(days, "day", "days")} after the end I deleted what I held of your data: ${some(records, "staged record", "staged records")}, ${some(files, "file", "files")}, ${some(credentials, "credential", "credentials")}, ${some(rows, "report row", "report rows")}; ${some(operations, "journal row is", "journal rows are")} now hashes. Certificate, audit log and cross-reference stay.`,
    proved: "Every record was read back and compared: 0 discrepancies.",
    notProved: (n: number) =>
      `${some(n, "discrepancy", "discrepancies")}. Catch up and verify again; the first ones:`,
    columns: ["Records", "Expected", "Found", "As it should be", "Discrepant"],
    compared: (fields: number, parts: number) =>
      `${some(fields, "field", "fields")} and ${some(parts, "message", "messages")} compared.`,
    continued: (n: number) =>
      n === 1
        ? "1 further conversation continues a ticket too long for one; it was read back with its first."
        : `${count(n)} further conversations continue tickets too long for one; they were read back with their first.`,
    exceptions: (n: number) =>
      `${some(n, "record", "records")} did not make it; each with its reason in the report.`,
    hashes: (desired: string, observed: string) =>
      `For your records, a fingerprint of each side: ConnectWise ${desired}, Intercom ${observed}. They are never alike; each changes when its side does.`,
    guides: (workflows: number, slas: number) =>
      `What was not migrated and people rebuild is described in guides: ${some(workflows, "workflow rule", "workflow rules")}, ${some(slas, "SLA", "SLAs")}, scripts, projects' billing, configuration hierarchies.`,
    verify: "Verify again",
    rollback: "Roll back…",
    rollbackNote: "Only the account manager can roll back. You see first what it would do.",
  },
  rollback: {
    modalTitle: "Roll back",
    things: {
      conversation: (n: number) => some(n, "conversation", "conversations"),
      contact: (n: number) => some(n, "contact", "contacts"),
      company: (n: number) => some(n, "company", "companies"),
      article: (n: number) => some(n, "article", "articles"),
      collection: (n: number) => some(n, "collection", "collections"),
      attribute: (n: number) => some(n, "attribute", "attributes"),
    },
    kinds: {
      conversation: "Conversation",
      contact: "Contact",
      company: "Company",
      article: "Article",
      collection: "Collection",
      attribute: "Attribute",
    },
    nothing: "nothing",
    target: (workspace: string) => `This takes back what I wrote to *${workspace}*.`,
    deletes: (things: string) => `I delete what I made: ${things}.`,
    restores: (records: number) =>
      `I restore ${some(records, "record", "records")} to what ${records === 1 ? "it was" : "they were"}.`,
    archives: (attributes: number) => `I archive ${some(attributes, "attribute", "attributes")}.`,
    touched: (n: number) =>
      `*People wrote in ${some(n, "conversation", "conversations")} since.* ${n === 1 ? "It is" : "They are"} kept, and what was written is exported first.`,
    touchedAtLeast: (n: number, looked: number, of: number) =>
      `*People wrote in at least ${some(n, "conversation", "conversations")} since* (I looked at ${count(looked)} of ${count(of)} in the time there was). Such are kept, and what was written is exported first.`,
    noneTouched: "Nobody wrote in any of these conversations since.",
    remainsTitle: "*What can't be undone*",
    keeps: "Records that people touched since are kept, and named afterwards.",
    typeThis: (word: string) => `Type the name of the workspace to confirm: ${word}`,
    word: "ROLL BACK",
    submit: "Roll back",
    cancel: "Keep everything",
    wrong: (word: string) => `Type ${word}, exactly so, or close this window to keep everything.`,
    doneTitle: "Rolled back",
    done: (things: string, restored: number, archived: number) =>
      `Deleted: ${things}.${restored > 0 ? ` Restored: ${count(restored)}.` : ""}${archived > 0 ? ` Archived: ${some(archived, "attribute", "attributes")}.` : ""}`,
    kept: (n: number) =>
      `*${some(n, "record was", "records were")} kept* because people touched ${n === 1 ? "it" : "them"} since:`,
    noneKept: "Nobody had touched anything since, so nothing had to be kept.",
    again: "Start again from the map",
    next: "ConnectWise was never changed. You can keep working there.",
  },
} as const;
