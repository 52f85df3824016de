// English: corrections in words, and answers about the move itself.
import type { ApprovalKind } from "../../engine/model/migration.ts";
import { duration, some } from "./formats.ts";
import { about } from "./numbers.ts";

const approvals: Readonly<Record<ApprovalKind, string>> = {
  terms: "The terms",
  map: "The map",
  plan: "The plan",
  sample: "The sample",
  "sample-slice": "The sample in production",
  "sample-removal": "The sample's removal",
  silence: "The checklist",
  cutover: "The cutover",
  rollback: "The rollback",
};

export const topics = {
  report: {
    button: "Full report",
    link: (url: string) =>
      `The full report: <${url}|open it>. The link works for 30 days, for whoever has it.`,
    guides: "Rebuild guides",
    guidesLink: (url: string) =>
      `What people rebuild by themselves, and with what: <${url}|open the guides>. The link works for 30 days, for whoever has it.`,
    ticketsLink: (url: string) =>
      `Every conversation with its old ticket number: <${url}|open the list>. The link works for 30 days, for whoever has it.`,
    noGuides: "There are no guides yet. A verification reads what they need: press “Verify again”.",
    noPage: "There is no page for reports here. The account manager has them on the command line.",
  },
  correction: {
    title: "Change the map like this?",
    kinds: { status: "Status", board: "Board", member: "Member", field: "Field" },
    line: (kind: string, name: string, was: string, will: string) => `${kind} *${name}*: ${was} → *${will}*`,
    stays: (kind: string, name: string, will: string) => `${kind} *${name}* stays: *${will}*`,
    policies: {
      existingContact: "Contacts that exist in Intercom already",
      existing: { keep: "left as they are", fill: "filled where empty", overwrite: "overwritten" },
      fallbackAdmin: "The fallback admin",
      nobody: "nobody",
      snoozeDays: "Days that a snooze lasts",
      inactive: "Inactive contacts",
      moved: "moved",
    },
    askedBy: (who: string) => `${who} asked for this. Nothing has changed yet.`,
    next: "Confirm, and I redraw the map.",
    voids: "Confirm, and we go back to the map: the plan is computed anew and approved anew.",
    confirm: "Confirm the change",
    dismiss: "Never mind",
    outdated: "This change is no longer offered; nothing was changed by it.",
    joined: "Taken along: this wish and the next wait together, further down.",
    again: "The earlier wish was decided while I read yours. Please say yours again.",
    gone: "That change is no longer offered: there is a newer one, or it was decided. Nothing was changed.",
    noMap: "There is no map yet. Once it is drafted, tell me what to change.",
    busy: "Work is under way with this map, so I can't change it now. Pause it or wait for its end, then tell me again.",
    tooLate: (at: string) =>
      `We are ${at}: what was moved follows this map. To change it, the account manager rolls back first.`,
    nothing: "I did not find what to change. Nothing was changed.",
    which: (said: string, names: string) => `Which one is “${said}”: ${names}? Please say it in full.`,
    unknown: {
      status: (said: string) => `I know no status “${said}”.`,
      board: (said: string) => `I know no board “${said}”.`,
      team: (said: string) =>
        `Intercom has no team “${said}”. Say “new team ${said}” if you are going to create it.`,
      member: (said: string) => `I know no member “${said}”.`,
      admin: (said: string) => `Intercom has no admin “${said}”.`,
      field: (said: string) => `I know no field “${said}”.`,
      "board-or-field": (said: string) => `I know no board or field “${said}”.`,
      row: (said: string) => `I don't know “${said}”.`,
    },
    rest: (said: string) => `I did not understand “${said}”.`,
  },
  topics: {
    counted: (n: number) => `I counted ${some(n, "time entry", "time entries")}.`,
    numbers:
      "Intercom gives every conversation its own id, so old ticket numbers can't be ids. Each number is kept as an attribute and stays searchable. Ask me “where is ticket 123456” and I name the conversation.",
    time: "Intercom has no time entries. The hours are kept as an attribute of the conversation, and each entry becomes an internal note with technician, date, hours and rate. Billing needs another tool.",
    slas: "The SLA's name, and the breach time where ConnectWise states it, are kept as attributes. Intercom's own SLA reporting starts anew: people set up its SLAs.",
    attachments:
      "Files go along with their ticket. One that is too large or can't be downloaded is named in its place, with its link.",
    automations:
      "Workflows, scripts and rules are not moved. A verification writes guides for them, rule by rule, and people rebuild in Intercom what is still needed.",
    notes:
      "Every note becomes a part of its conversation, in order and with its original time and author: public ones as replies, internal ones as notes that customers never see. Nobody is notified.",
    articles:
      "Knowledge base articles become articles in Intercom, as drafts, in collections by category. People look at them and publish them.",
    configurations:
      "Configurations keep a summary only. Their hierarchy has no place in Intercom and needs another tool.",
    duration: {
      left: (what: string, left: string) => `${what}: ${left}.`,
      plan: (seconds: number, operations: number) =>
        `The plan says about ${duration(seconds)} for the full run, with ${some(operations, "request", "requests")} to Intercom. You keep working meanwhile.`,
      survey: (low: number, high: number) =>
        `The survey estimates ${about(low * 3600, high * 3600)} for the full run. You keep working meanwhile.`,
      unknown: "I can't say before the survey: it counts what is there. It takes a few minutes.",
    },
    cost: {
      noPrice: "I was given no rate card, so I name no price. The account manager does.",
      beforeSurvey:
        "I can't say before the survey: it counts what is there. The price comes from the account manager's rate card.",
    },
    stop: "Press Pause or Cancel on the progress message. Paused work goes on where it stopped; nothing is done twice. After the full run, the account manager can roll back. Before the sample there is nothing to stop: nothing is written.",
    irreversible: [
      "ConnectWise is only read: nothing changes there.",
      "In Intercom, a rollback deletes what I made and restores what I changed.",
      "It can't take back messages that people sent since; conversations that people touched are kept and named.",
      "Ids of deleted records are not given again, and attributes are archived, not deleted.",
    ],
    approvers: {
      customer: (who: string) => `${who} decides for the customer: the terms, the map, the plan, the sample.`,
      noCustomer: "Nobody has said yet that they decide for the customer.",
      managers: (who: string) => `The cutover and a rollback: ${who}.`,
      noManagers: "No account manager is named yet, so nobody can approve the cutover.",
      twoPeople: "The plan and the cutover need two different people. Only buttons count, never texts.",
      given: "Given so far:",
      one: (what: string, who: string, when: string) => `${what}: ${who}, ${when}`,
      kinds: approvals,
    },
    correct:
      "Tell me in words, for example: “send 'Waiting on vendor' to snoozed, and leave out the Sales board”. I show what would change, and a button does it. The menus on the map do the same.",
  },
} as const;
