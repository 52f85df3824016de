// English: titles, buttons and texts of the cards, step by step.
import type { PlannedObject } from "../../engine/model/plan.ts";
import type { RunPhase } from "../../engine/model/run.ts";
import type { GradeAxis } from "../../engine/model/survey.ts";
import { count, duration, some } from "./formats.ts";
import { about } from "./numbers.ts";

const axes: Readonly<Record<GradeAxis, string>> = {
  objects: "Objects",
  fields: "Fields",
  timeline: "Timeline",
  api: "API",
  volume: "Volume",
};
const phases: Readonly<Record<RunPhase, string>> = {
  extract: "Read from ConnectWise",
  chosen: "Read the chosen tickets",
  provision: "Prepare Intercom",
  companies: "Companies",
  contacts: "Contacts",
  conversations: "Tickets become conversations",
  articles: "Knowledge base",
  rollback: "Take back",
};
const objects: Readonly<Record<PlannedObject, string>> = {
  company: "Companies",
  contact: "Contacts",
  conversation: "Conversations",
};

export const steps = {
  axis: (axis: GradeAxis) => axes[axis],
  phase: (phase: RunPhase) => phases[phase],
  object: (kind: PlannedObject) => objects[kind],
  shortened: "This message was too long for Slack and was shortened. The numbers above count everything.",

  welcome: {
    title: "Moving your helpdesk to Intercom",
    intro: "I move companies, contacts and tickets from ConnectWise to Intercom, in seven steps:",
    road: [
      "*1. Connect* – you enter the keys on a page of ours: five minutes.",
      "*2. Survey* – I count and grade what is there: minutes. Nothing is written.",
      "*3. Map* – I propose where everything goes, you correct and accept it: half an hour of reading.",
      "*4. Plan* – you see what would be written, what does not fit and how long it takes, and approve it.",
      "*5. Sample* – you compare a few tickets field by field, before the rest is written.",
      "*6. Cutover* – the account manager approves it, as a second person. Your team keeps working; the plan says how long it takes.",
      "*7. Proof* – I read everything back, give you a certificate, and catch up with ConnectWise as often as you like.",
    ],
    notice:
      "*Your customers notice nothing*: I write without notifications and check that nothing goes out. ConnectWise stays in use and is only read.",
    undo: "*It can be undone*: until the sample nothing is written; pause or cancel at any time; afterwards the account manager can roll back.",
    managers: (who: string) => `*Account manager*: ${who}.`,
    truthsTitle: "*What you should know before we start*",
    truths: [
      "Old ticket numbers become an attribute of each conversation. They are not Intercom ids.",
      "Workflows and automations are not moved. You get a reference file; people rebuild them.",
      "SLA reporting starts again in Intercom. Old tiers and breach times stay as attributes.",
      "Time and billing need another tool. Hours are kept as attributes and notes.",
      "Configuration items keep a summary only. Their hierarchy needs another tool.",
      "ConnectWise's API terms apply to this export. I ask you to confirm them.",
      "Intercom's API quota is shared with your other apps. I leave a part of it free.",
      "A rollback deletes what I made and restores what I changed. It can't unsend what people wrote since.",
    ],
    needCustomer:
      "First somebody must decide for the customer. That person approves the map, the plan and the sample.",
    claim: "I decide for the customer",
    go: "Go on",
    decides: (who: string) => `${who} decides for the customer.`,
    next: "Next: you connect both systems. You can stop at any time.",
  },
  connect: {
    title: "Connect ConnectWise and Intercom",
    page: "Press the button and I show you, and only you, a link that works once and for one hour. You enter the keys on that page; never post them here.",
    form: "Press the button and a form opens. Slack can't hide what you type, so nobody should look over your shoulder. I store the keys encrypted and never show them again.",
    rights:
      "The ConnectWise member needs the right to inquire (All) on companies, contacts, service and time. Reading is all I do there.",
    link: "Get my link",
    openForm: "Enter the keys",
    linkText: (url: string, until: string) =>
      `Your link: ${url}\nIt works once, for you, until ${until}. I go on here as soon as both systems answer.`,
    linkCode: (code: string) => `The page asks for this code, which only you see: *${code}*`,
    newKeys: "Enter new keys",
    again: "Both systems answer with the new keys. Press “Resume” to go on.",
    done: (who: string, when: string) => `Connected by ${who}, ${when}.`,
  },
  terms: {
    title: "Please confirm before I read anything",
    lines: [
      "You may export this data: ConnectWise's API terms and your own contracts allow it.",
      "Your customers' personal data may be processed in Intercom.",
      "The eight points that I named at the start are understood.",
    ],
    agree: "I confirm",
    next: "Next: I count and grade what is there. That takes a few minutes and writes nothing.",
    connectedTo: (source: string, production: string, staging?: string) =>
      `Connected: *${source}* → *${production}*${staging ? `, samples go to *${staging}*` : ". There is no staging workspace: the sample is then a preview, and nothing is written unless the account manager has it written"}.`,
  },
  survey: {
    title: (title: string) => `Survey of ${title}`,
    grade: (grade: string) => `*Grade ${grade}*`,
    estimate: (low: number, high: number) =>
      `*Estimate*: ${about(low * 3600, high * 3600)} for the full run, while you keep working.`,
    price: (amount: number, currency: string) => `*Price* by the rate card: ${count(amount)} ${currency}.`,
    individually: "More than two million records: we scope this move individually before it starts.",
    odd: "*Odd cases, and what happens to them*",
    warnings: "*Please look at these*",
    rights: (modules: string) =>
      `*Rights are missing*: ${modules}. I would see only a part of the records. Widen the rights and try again, or go on with less.`,
    more: (n: number) => `and ${some(n, "more", "more")}`,
    next: "Next: I propose how each field, status, board and member maps. Nothing is written.",
    propose: "Propose the map",
    again: "Survey again",
    counts: {
      company: "Companies",
      contact: "Contacts",
      ticket: "Tickets",
      timeEntry: "Time entries",
      board: "Boards",
      member: "Members",
    },
  },
  map: {
    title: "The field map",
    summary: (fields: number, statuses: number, boards: number, members: number) =>
      `${some(fields, "field", "fields")}, ${some(statuses, "status", "statuses")}, ${some(boards, "board", "boards")} and ${some(members, "member", "members")}.`,
    doubtful: (n: number) =>
      n === 0
        ? "I am sure of every row. Have a look at the table all the same."
        : `I am not sure of ${some(n, "row", "rows")}. Please choose; the suggestion is preselected.`,
    status: (name: string, board: string) =>
      `Status *${name}* on board *${board}*: what should its tickets be?`,
    board: (name: string) => `Board *${name}*: which team gets its tickets?`,
    member: (name: string) => `Member *${name}*: which Intercom admin is that?`,
    field: (object: string, source: string) => `${object} field *${source}*: where should it go?`,
    why: (reason: string, percent: number) => `_${reason}_ (${percent} % sure)`,
    states: { open: "Open", snoozed: "Snoozed", closed: "Closed" },
    noTeam: "No team",
    leaveOut: "Leave this board out",
    leftOut: "left out",
    team: (name: string) => `Team ${name}`,
    newTeam: (name: string) => `New team: ${name}`,
    fallback: "The fallback admin",
    choose: "Choose…",
    columns: ["From ConnectWise", "To Intercom", "Why"],
    notMoved: "not moved",
    asNote: "an internal note",
    page: (page: number, pages: number) => `Rows: page ${page} of ${pages}.`,
    earlier: "Earlier rows",
    later: "More rows",
    accept: "Accept the map",
    acceptTitle: "Accept the map?",
    acceptDoubt: (n: number) =>
      `${some(n, "row that I am not sure of stays", "rows that I am not sure of stay")} as suggested. You can change the map again until the cutover.`,
    changed: (changes: string) => `Changed: ${changes}`,
    next: "Next: I compute what this map would write. Nothing is written.",
    yes: "Accept",
    no: "Not yet",
    changeRow: "Change a row…",
    change:
      "Any row can be changed until the cutover: choose it below, or tell me in words, for example “send ‘Waiting on vendor’ to snoozed”.",
    modalTitle: "Choose",
    save: "Save",
  },
  plan: {
    title: (workspace: string) => `The plan for ${workspace}`,
    columns: ["Records", "New", "Changed", "As is", "Left out"],
    attributes: (create: number, adopt: number) =>
      create + adopt === 0
        ? ""
        : `${some(create, "attribute", "attributes")} will be created${adopt > 0 ? `, ${count(adopt)} exist and are used` : ""}.`,
    teams: (names: string) => `Teams that you must create (Intercom has no call for it): ${names}.`,
    lossesTitle: "*What does not fit, in plain words*",
    noLosses: "Every value fits. Nothing is cut or rounded.",
    warnings: "*Please look at these*",
    time: (seconds: number, operations: number) =>
      `About ${duration(seconds)}, ${some(operations, "request", "requests")} to Intercom.`,
    hash: (hash: string) => `Plan ${hash}`,
    binding: "Your yes counts for exactly this plan. If the map changes, I ask again.",
    approve: "Approve this plan",
    back: "Change the map",
    next: "Next: teams, then a sample for you to check. Production is written only after the account manager approves that.",
  },
  teams: {
    title: "Teams in Intercom",
    ask: "Intercom lets only people create teams. Please create these in Settings → Teammates → Teams, spelled exactly so:",
    none: "I could not ask Intercom for its teams just now. Press the button to check again.",
    ready: "All teams exist. Press the button to go on.",
    check: "I've created them: check",
    still: (names: string) =>
      `These teams are still missing: ${names}. Check the spelling, then press the button again.`,
    next: "Next: the sample.",
  },
} as const;
