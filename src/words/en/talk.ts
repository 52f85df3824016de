// English: answers, refusals, errors, what was decided, and Home.
import type { StepName } from "../../bot/step-names.ts";
import type { Role } from "../../engine/model/migration.ts";
import { utc } from "../numbers.ts";
import type { Explained } from "../say.ts";
import { count, some } from "./formats.ts";

const where: Readonly<Record<StepName, string>> = {
  welcome: "at the start: somebody says who decides for the customer",
  connect: "connecting ConnectWise and Intercom",
  terms: "confirming the terms",
  surveying: "reading ConnectWise",
  "survey-review": "looking at the survey",
  proposing: "drafting the map",
  "map-review": "going through the field map",
  planning: "computing the plan",
  "plan-review": "waiting for the approval of the plan",
  teams: "creating teams in Intercom",
  sampling: "moving the sample",
  "sample-review": "checking the sample",
  "removing-sample": "taking the sample out of Intercom again",
  silence: "going through the checklist before the cutover",
  "cutover-review": "waiting for the approval of the cutover",
  running: "in the full run",
  migrated: "moved, not verified yet",
  delta: "catching up with ConnectWise",
  verifying: "verifying every record",
  certified: "verified",
  "rolling-back": "rolling back",
  "rolled-back": "rolled back",
};
const roles: Readonly<Record<Role, string>> = {
  customer: "the person who decides for the customer",
  "account-manager": "the account manager",
  observer: "an observer",
  stranger: "a stranger here",
};

export const talk = {
  language: "en",
  count: (value: number) => count(value),
  /** Of milliseconds since 1970, where Slack can't show the reader's own time. */
  dateTime: (at: number) => utc(at, "en-US"),
  where: (step: StepName) => where[step],
  role: (role: Role) => roles[role],

  refusal: {
    stranger: (because: string) =>
      `Only people of the customer and of the team that runs this move may do that. ${because} Nothing was changed. Ask the account manager to name you if that is wrong.`,
    foreignTeam: "You belong to another organization.",
    restricted: "You are a guest in this workspace.",
    unknownPerson: "Slack could not tell me who you are.",
    role: (needed: readonly Role[]) =>
      `That is for ${needed.map((role) => roles[role]).join(" or ")} to decide. Nothing was changed.`,
    noCustomer:
      "Nobody has said yet that they decide for the customer. Press “I decide for the customer” on the first message, if that is you.",
    claimed: (who: string) => `${who} decides for the customer already. Nothing was changed.`,
    managerCantClaim:
      "You are an account manager here. Somebody of the customer must decide for the customer, so that two people look at the cutover.",
    twoPeople:
      "You approved the plan. What is written to production needs a second person: another account manager. Nothing was changed.",
    taken: (who: string, what: string, when: string) =>
      `That decision was already taken by ${who}, who ${what}, ${when}. Nothing was changed.`,
    old: (at: string) =>
      `That button belongs to an earlier step. We are ${at}. Ask “where are we?” for the current message.`,
    changedSince:
      "The map or the plan has changed since that message was made. Please look at the current one below. Nothing was changed.",
    busy: "That is not possible while work is under way. Nothing was changed.",
    notInstalled:
      "Cutover is not installed in this workspace, so I can't answer here. Use it in the channel that you share with your account manager, or ask them for an installation.",
    notMember: "You are not a member of this channel. Nothing was changed.",
    inviteMe:
      "I am not in this channel, so I can't post here. Invite me with `/invite @Cutover`, and a move can begin or go on here.",
    tooLate: "That took longer than Slack lets me open a window for. Please press it once more.",
    noMigration: "There is no move in this channel yet. Mention me with “start”, or use /cutover start.",
    freeText:
      "I did not understand that. A text never approves or starts anything: buttons do. Ask “where are we?” or “help”, or tell me what to change in the map.",
  },

  window: {
    title: "Cutover",
    loading: "Loading…",
  },

  decided: {
    what: {
      claimed: "said that they decide for the customer",
      went: "went on",
      agreed: "confirmed the terms",
      surveyed: "asked for the map",
      resurveyed: "asked for another survey",
      accepted: "accepted the map",
      approvedPlan: "approved the plan",
      back: "went back to the map",
      teamsReady: "created the teams",
      approvedSample: "approved the sample",
      wroteSample: "had the sample written to production",
      removedSample: "had the sample removed",
      silenced: "confirmed the checklist",
      cutover: "approved the cutover",
      delta: "asked to catch up",
      failedAgain: "had the failed ones tried again",
      verify: "asked for verification",
      rollback: "confirmed the rollback",
      again: "started again from the map",
      resumed: "resumed it",
      retried: "tried again",
      paused: "paused it",
      cancelled: "cancelled it",
      corrected: "confirmed this change of the map",
      dismissed: "left the map as it was",
    },
    line: (who: string, what: string, when: string) => `${who} ${what}, ${when}.`,
    finished: (when: string) => `Done, ${when}.`,
    stopped: (when: string) => `Stopped, ${when}.`,
    movedDown: "This message was posted again further down.",
  },

  error: {
    notShown: "That was recorded, but I could not show it here. Ask “where are we?” in a moment.",
    known: ({ message, remedy }: Explained) => `${message} ${remedy}`,
    unknown: (reference: string) =>
      `Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell your account manager this reference: ${reference}.`,
  },

  status: {
    headline: (title: string, at: string) => `*${title}*: ${at}.`,
    waitsForYou: "*It waits for you.*",
    waitsFor: (who: string) => `It waits for ${who}.`,
    works: "I am at work; nothing is needed from you.",
    nothing: "Nothing is needed from you.",
    halted: ({ message, remedy }: Explained) => `It stands still. ${message} ${remedy}`,
    exceptions: (n: number) =>
      n === 0 ? "No exceptions." : `${some(n, "record", "records")} did not make it so far.`,
    certificate: (n: number, when: string) =>
      `Last verified ${when}: ${some(n, "discrepancy", "discrepancies")}.`,
    journal: (done: number, open: number) =>
      `${some(done, "write", "writes")} done, ${some(open, "write", "writes")} open.`,
  },
  help: [
    "I move a helpdesk from ConnectWise to Intercom, step by step, in the channel that customer and account manager share.",
    "• “where are we?” or `/cutover status`: the state, and what waits for whom",
    "• “where is ticket 123456” or `/cutover where 123456`: the conversation that it became",
    "• “what failed?”, “how long will it take?”, “what happens to time entries?”, “who may approve?”",
    "• “send 'Waiting on vendor' to snoozed, and leave out the Sales board”: I show the change, a button does it",
    "• `/cutover start`: begin a move in this channel",
    "• Buttons decide. A text never approves or starts anything.",
    "• To stop: Pause or Cancel on the progress message. Roll back: the account manager, after the full run.",
  ],
  ticket: {
    found: (id: string, conversation: string, title: string, environment: string) =>
      `Ticket ${id} is conversation ${conversation} in Intercom (${environment}): ${title}`,
    goesOn: (conversations: string) => `It is too long for one conversation and goes on in ${conversations}.`,
    missing: (id: string) =>
      `Ticket ${id} was not moved so far: either its turn has not come, or its board is left out, or it is among the exceptions.`,
  },
  exceptions: {
    none: "There are no exceptions.",
    title: (total: number) => `*${some(total, "record", "records")} did not make it.* By what is wrong:`,
    record: (type: string, id: string, code: string, requestId: string | undefined) =>
      `${type} ${id} (${code}${requestId === undefined ? "" : `, Intercom's request ${requestId}`})`,
    again: "Once the reason is gone, the button “Try the failed ones again” tries these alone.",
  },
  home: {
    title: "Your moves",
    none: "There is no move that you take part in. Invite me to a channel and mention me with “start”.",
    channel: (channel: string) => `Channel: ${channel}`,
    help: "How this works",
    open: "Open",
    start: "Start a move",
    startTitle: "Start a move",
    startLabel: "In which channel?",
    startNote: "I post every step there. Invite me to the channel first, and everybody who decides.",
    startSubmit: "Start here",
    unreachable:
      "I can't post in its channel: it is gone, or I was removed. The move is kept as it is. Invite me again and ask “where are we?”.",
  },
  connectForm: {
    title: "Connect",
    submit: "Connect",
    close: "Not now",
    note: "What you type is visible on your screen. I store it encrypted and never show it again.",
    cwUrl: "ConnectWise address, e.g. https://api-na.myconnectwise.net",
    cwCompany: "ConnectWise company",
    cwPublicKey: "ConnectWise public key",
    cwPrivateKey: "ConnectWise private key",
    cwClientId: "ConnectWise client id",
    intercomUrl: "Intercom address, if not https://api.intercom.io (optional)",
    intercomToken: "Intercom access token",
    stagingToken: "Intercom access token of a staging workspace (optional)",
  },
} as const;
