// Faults to plant in a loaded workspace, one at a time, each with the record and field that a proof must name.
import { isDeepStrictEqual } from "node:util";
import type { Company, Contact, Conversation } from "../../sandbox/intercom/records.ts";
import type { Workspace } from "../../sandbox/intercom/workspace.ts";
import { type Corruption, type Planted, pick, type Targets, type Writable } from "./proof-corruption.ts";
import { CORRUPTIONS_OF_CONVERSATIONS } from "./proof-corruptions-of-conversations.ts";
import { CORRUPTIONS_OF_PARTS } from "./proof-corruptions-of-parts.ts";
import { CORRUPTIONS_OF_PEOPLE } from "./proof-corruptions-of-people.ts";

type Bag = readonly [kind: string, corrupt: (targets: Targets) => Planted | undefined];

const ticketOf = (one: Conversation) => String(one.custom_attributes.Source_Ticket_ID__c);
const sourceIdOf = (key: string | null) => key?.slice("connectwise:".length) ?? "";

function on<T>(
  corruptions: Readonly<Record<string, Corruption<T>>>,
  list: (workspace: Workspace) => Iterable<T>,
  sourceOf: (record: T) => Planted["source"],
): Bag[] {
  return Object.entries(corruptions).map(([kind, corrupt]) => [
    kind,
    (targets) => {
      const record = pick(targets.random, [...list(targets.workspace)]);
      if (!record) return undefined;
      const source = sourceOf(record);
      const fields = corrupt(record as Writable<T>, targets);
      return fields && { source, fields };
    },
  ]);
}

export const CORRUPTIONS: readonly Bag[] = [
  ...on<Conversation>(
    { ...CORRUPTIONS_OF_PARTS, ...CORRUPTIONS_OF_CONVERSATIONS },
    ({ conversations }) => conversations.values(),
    (one) => ({ type: "ticket", id: ticketOf(one) }),
  ),
  ...on<Contact>(
    CORRUPTIONS_OF_PEOPLE.contact,
    ({ contacts }) => contacts.values(),
    (one) => ({ type: "contact", id: sourceIdOf(one.external_id) }),
  ),
  ...on<Company>(
    CORRUPTIONS_OF_PEOPLE.company,
    ({ companies }) => companies.values(),
    (one) => ({ type: "company", id: sourceIdOf(one.company_id) }),
  ),
];

const RECORDS = ["conversations", "contacts", "companies"] as const;
const image = (workspace: Workspace) =>
  RECORDS.map((kind) => structuredClone([...workspace[kind].entries()] as [string, unknown][]));

/** Plants one fault of a kind; `revert` puts every record back as it was. */
export function plant(
  [kind, corrupt]: Bag,
  targets: Targets,
): { readonly kind: string; readonly planted: Planted; revert(): void } {
  const { workspace } = targets;
  const before = image(workspace);
  const revert = () => {
    for (const [at, name] of RECORDS.entries()) {
      const records = workspace[name] as Map<string, unknown>;
      records.clear();
      for (const [id, record] of before[at] ?? []) records.set(id, record);
    }
  };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const planted = corrupt(targets);
    if (!planted) continue;
    if (isDeepStrictEqual(image(workspace), before)) throw new Error(`${kind} changed nothing.`);
    return { kind, planted, revert };
  }
  throw new Error(`Nothing in the workspace can be broken so: ${kind}.`);
}
