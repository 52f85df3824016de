// The workspace's custom attributes, read once: types decide how a value is sent and what an answer means.
import type { AttributeModel, AttributeType } from "../../../model/desired.ts";
import type { ExistingAttribute } from "../../port.ts";
import type { IntercomClient } from "../api/client.ts";
import {
  type ConversationAttributeAnswer,
  conversationAttributesSchema,
  type DataAttributeAnswer,
  dataAttributesSchema,
} from "../api/schema.ts";

export interface Definitions {
  fetchAll(signal?: AbortSignal): Promise<readonly ExistingAttribute[]>;
  /** Undefined when no such active attribute exists; asks Intercom again for names it has not seen. */
  typesOf(
    model: AttributeModel,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, AttributeType>>;
  /** After a definition was written. */
  forget(): void;
}

/** Data attributes say float where conversation attributes say decimal, and date for what was made as datetime. */
const TYPES: Readonly<Record<string, AttributeType>> = {
  string: "string",
  integer: "integer",
  decimal: "decimal",
  float: "decimal",
  boolean: "boolean",
  datetime: "datetime",
  date: "datetime",
  list: "list",
  options: "list",
};

function observeConversationAttribute(answer: ConversationAttributeAnswer): ExistingAttribute | undefined {
  const type = TYPES[answer.data_type];
  if (type === undefined) return undefined;
  return {
    id: answer.id,
    model: "conversation",
    name: answer.name,
    type,
    options: (answer.options ?? []).filter((option) => !option.archived).map((option) => option.label),
    archived: answer.archived ?? false,
    custom: true,
    ...(answer.description ? { description: answer.description } : {}),
  };
}

function observeDataAttribute(answer: DataAttributeAnswer): ExistingAttribute | undefined {
  const options = answer.options ?? [];
  const type = answer.data_type === "string" && options.length > 0 ? "list" : TYPES[answer.data_type];
  if (type === undefined || !answer.custom || !answer.id) return undefined;
  if (answer.model !== "contact" && answer.model !== "company") return undefined;
  return {
    id: answer.id,
    model: answer.model,
    name: answer.name,
    type,
    options,
    archived: answer.archived ?? false,
    custom: true,
    ...(answer.description ? { description: answer.description } : {}),
  };
}

export function createDefinitions(client: IntercomClient): Definitions {
  let known: Map<string, AttributeType> | undefined;
  const missed = new Set<string>();
  /** Many reads that begin at once ask once. */
  let asking: Promise<unknown> | undefined;
  const key = (model: AttributeModel, name: string) => `${model}:${name}`;

  async function fetchAll(signal?: AbortSignal): Promise<readonly ExistingAttribute[]> {
    const query = { include_archived: "true" };
    const [conversation, data] = [
      await client.read(
        { method: "GET", path: "/conversations/attributes", query },
        conversationAttributesSchema,
        signal,
      ),
      await client.read({ method: "GET", path: "/data_attributes", query }, dataAttributesSchema, signal),
    ];
    const all = [
      ...conversation.data.map(observeConversationAttribute),
      ...data.data.map(observeDataAttribute),
    ].filter((attribute) => attribute !== undefined);
    known = new Map(all.filter((a) => !a.archived).map((a) => [key(a.model, a.name), a.type]));
    return all;
  }

  return {
    fetchAll,
    async typesOf(model, names, signal) {
      if (names.length === 0) return new Map();
      const unseen = (name: string) => !known?.has(key(model, name)) && !missed.has(key(model, name));
      if (known === undefined || names.some(unseen)) {
        const mine = asking ?? fetchAll(signal);
        asking = mine;
        try {
          await mine;
        } finally {
          if (asking === mine) asking = undefined;
        }
        for (const name of names.filter(unseen)) missed.add(key(model, name));
      }
      const found = new Map<string, AttributeType>();
      for (const name of names) {
        const type = known?.get(key(model, name));
        if (type) found.set(name, type);
      }
      return found;
    },
    forget() {
      known = undefined;
      asking = undefined;
      missed.clear();
    },
  };
}
