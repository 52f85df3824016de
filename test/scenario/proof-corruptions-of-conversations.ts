// Faults in a conversation itself: its texts, attributes, assignment, state and place.
import type { Conversation } from "../../sandbox/intercom/records.ts";
import { bendAttribute, type Corruption, pick } from "./proof-corruption.ts";

const other = <T>(all: Iterable<T>, but: T | null): T | undefined => [...all].find((one) => one !== but);

export const CORRUPTIONS_OF_CONVERSATIONS: Readonly<Record<string, Corruption<Conversation>>> = {
  "an attribute changed": ({ custom_attributes }, { random }) => {
    const name = bendAttribute(custom_attributes, random);
    return name === undefined ? undefined : [`attributes.${name}`];
  },
  "a number off by one": ({ custom_attributes }, { random }) => {
    const numbers = Object.entries(custom_attributes).flatMap(([name, value]) =>
      typeof value === "number" ? ([[name, value]] as const) : [],
    );
    const drawn = pick(random, numbers);
    if (!drawn) return undefined;
    custom_attributes[drawn[0]] = drawn[1] + (random() < 0.5 ? 1 : -1);
    return [`attributes.${drawn[0]}`];
  },
  "an attribute removed": ({ custom_attributes }, { random }) => {
    const name = pick(random, Object.keys(custom_attributes));
    if (name === undefined) return undefined;
    delete custom_attributes[name];
    return [`attributes.${name}`];
  },
  "an attribute that the ticket has not": ({ custom_attributes }, { workspace, random }) => {
    const empty = [...workspace.conversationAttributeByName.values()].filter(
      ({ name, data_type }) => data_type === "string" && !Object.hasOwn(custom_attributes, name),
    );
    const drawn = pick(random, empty);
    if (!drawn) return undefined;
    custom_attributes[drawn.name] = "planted";
    return [`attributes.${drawn.name}`];
  },
  "the wrong team": (one, { workspace }) => {
    one.team_assignee_id = other(workspace.teams.keys(), one.team_assignee_id) ?? "0";
    return ["teamId"];
  },
  "no team": (one) => {
    if (one.team_assignee_id === null) return undefined;
    one.team_assignee_id = null;
    return ["teamId"];
  },
  "the wrong assignee": (one, { workspace }) => {
    one.admin_assignee_id = other(workspace.admins.keys(), one.admin_assignee_id) ?? "0";
    return ["adminId"];
  },
  "no assignee": (one) => {
    if (one.admin_assignee_id === null) return undefined;
    one.admin_assignee_id = null;
    return ["adminId"];
  },
  "another title": (one) => {
    one.title = `${one.title} (copy)`;
    return ["title"];
  },
  "a truncated title": (one) => {
    one.title = (one.title ?? "").slice(0, -1);
    return ["title"];
  },
  "no title": (one) => {
    one.title = null;
    return ["title"];
  },
  "a truncated opening message": (one) => {
    one.body = "<p>Server</p>";
    return ["body"];
  },
  "one character of the opening message changed": (one) => {
    one.body = one.body.replace("down", "dawn");
    return one.body.includes("dawn") ? ["body"] : undefined;
  },
  "an opening message by somebody else": (one, { workspace }) => {
    const id = other(workspace.contacts.keys(), one.contactId);
    if (id === undefined) return undefined;
    one.author = { type: "user", id };
    return ["body.author"];
  },
  "another state": (one, { random }) => {
    const states = (["open", "closed", "snoozed"] as const).filter((state) => state !== one.state);
    one.state = pick(random, states) ?? "open";
    return ["state"];
  },
  "another time": (one, { random }) => {
    one.created_at += pick(random, [-86_400, -1, 1, 60]) ?? 1;
    return ["createdAt"];
  },
  "the wrong requester": (one, { workspace }) => {
    const id = other(workspace.contacts.keys(), one.contactId);
    if (id === undefined) return undefined;
    one.contactId = id;
    return ["contact"];
  },
  "its company detached": (one) => {
    if (one.company_id === null) return undefined;
    one.company_id = null;
    return ["company"];
  },
  "the wrong company": (one, { workspace }) => {
    const id = other(workspace.companies.keys(), one.company_id);
    if (id === undefined) return undefined;
    one.company_id = id;
    return ["company"];
  },
  "the conversation deleted": (one, { workspace }) => {
    workspace.conversations.delete(one.id);
    return ["record"];
  },
};
