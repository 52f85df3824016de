// Every kind of record that Intercom holds for us; one that is missing here does not compile.
import { article } from "./article.ts";
import { collection } from "./collection.ts";
import { company } from "./company.ts";
import { contact } from "./contact.ts";
import { conversation } from "./conversation/conversation.ts";
import type { Kind, ObjectKind } from "./object-kind.ts";

export type ObjectKinds = { readonly [K in Kind]: ObjectKind<K> };

const KINDS: ObjectKinds = {
  company,
  contact,
  conversation,
  collection,
  article,
};

export function kindOf<K extends Kind>(kind: K): ObjectKind<K> {
  return KINDS[kind];
}
