// The panel beside a conversation: state, team, assignee, contact and custom attributes.
import { html } from "hono/html";
import { visibleAttributes } from "../custom-attributes.ts";
import type { Attributes, AttributeValue, Conversation } from "../records.ts";
import type { Workspace } from "../workspace.ts";
import { currentState } from "./assemble-list.ts";
import { nameAssignee, nameContact } from "./name-people.ts";
import { showTime } from "./show-time.ts";

type Shown = ReturnType<typeof html> | string;

const buildFacts = (facts: readonly (readonly [name: string, value: Shown | null])[]) =>
  html`<dl>${facts.map(([name, value]) => (value === null || value === "" ? "" : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>`;

function showValue(value: AttributeValue, type: string | undefined): Shown {
  if ((type === "datetime" || type === "date") && typeof value === "number") return showTime(value);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return String(value);
}

function buildAttributes(values: Attributes, typeOf: (name: string) => string | undefined) {
  const visible = Object.entries(visibleAttributes(values, (name) => typeOf(name) !== undefined));
  if (visible.length === 0) return html`<p class="hint">None.</p>`;
  visible.sort(([a], [b]) => a.localeCompare(b, "en"));
  return buildFacts(visible.map(([name, value]) => [name, showValue(value, typeOf(name))] as const));
}

function buildContact(workspace: Workspace, id: string) {
  const contact = workspace.contacts.get(id);
  if (!contact) return html`<p class="hint">This contact was deleted.</p>`;
  const companies = contact.company_ids.map((company) => workspace.companies.get(company)?.name ?? company);
  const typeOf = (name: string) => workspace.dataAttributeByName.get(name)?.data_type;
  return html`${buildFacts([
    ["Name", nameContact(workspace, id)],
    ["E-mail", contact.email],
    ["Phone", contact.phone],
    ["Company", companies.join(", ")],
    ["External id", contact.external_id],
  ])}<details><summary>Contact attributes</summary>${buildAttributes(contact.custom_attributes, typeOf)}</details>`;
}

const assigned = (workspace: Workspace, type: "admin" | "team", id: string | null) =>
  id === null ? "None" : nameAssignee(workspace, { type, id });

export function buildDetails(workspace: Workspace, conversation: Conversation) {
  const state = currentState(workspace, conversation);
  const typeOf = (name: string) => workspace.conversationAttributeByName.get(name)?.data_type;
  return html`<aside class="details" aria-label="Details"><h3>Conversation</h3>${buildFacts([
    ["State", html`<span class="state ${state}">${state}</span>`],
    ["Team", assigned(workspace, "team", conversation.team_assignee_id)],
    ["Assignee", assigned(workspace, "admin", conversation.admin_assignee_id)],
    ["Opened", showTime(conversation.created_at)],
    ["Id", conversation.id],
  ])}<h3>Contact</h3>${buildContact(workspace, conversation.contactId)}<h3>Attributes</h3><div data-testid="attributes">${buildAttributes(
    conversation.custom_attributes,
    typeOf,
  )}</div></aside>`;
}
