// Who is in the story by default: the app's own team, the customer's, and somebody else's.
import type { SlackUser, Team } from "./types.ts";

/** The vendor that runs the migration: the app is installed here. */
export const homeTeam: Team = { id: "T0HOME", name: "Switchyard", domain: "switchyard" };
/** The MSP whose helpdesk moves; external, through Slack Connect. */
export const customerTeam: Team = { id: "T0CUSTOMER", name: "Harborline IT", domain: "harborline" };
/** A third party who happens to sit in the same shared channel. */
export const strangerTeam: Team = { id: "T0OTHER", name: "Elsewhere Ltd", domain: "elsewhere" };

export const botUser: SlackUser = {
  id: "U0CUTOVER",
  teamId: homeTeam.id,
  name: "cutover",
  realName: "Cutover",
  role: "bot",
  title: "App",
};

export const defaultUsers = {
  customer: {
    id: "U0DANA",
    teamId: customerTeam.id,
    name: "dana.ortiz",
    realName: "Dana Ortiz",
    role: "customer",
    title: "Service manager, Harborline IT",
  },
  accountManager: {
    id: "U0ALEX",
    teamId: homeTeam.id,
    name: "alex.kim",
    realName: "Alex Kim",
    role: "account-manager",
    title: "Account manager, Switchyard",
  },
  stranger: {
    id: "U0SAM",
    teamId: strangerTeam.id,
    name: "sam.stranger",
    realName: "Sam Stranger",
    role: "stranger",
    title: "Elsewhere Ltd",
    isStranger: true,
  },
} as const satisfies Record<string, SlackUser>;

export const appId = "A0CUTOVER";
export const botId = "B0CUTOVER";
export const defaultChannel = { id: "C0HELPDESK", name: "helpdesk-move" };
