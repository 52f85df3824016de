// What a planted fault is, and how its victim is drawn.
import type { Attributes, Conversation, Part } from "../../sandbox/intercom/records.ts";
import type { Workspace } from "../../sandbox/intercom/workspace.ts";

/** 0 to 1. */
export type Random = () => number;

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What can be broken, and the journal's names for it. */
export interface Targets {
  readonly workspace: Workspace;
  readonly random: Random;
  /** `note:10001` of an Intercom part of ours; undefined for closes and assignments. */
  readonly keyOfPart: ReadonlyMap<string, string>;
}

export interface Planted {
  readonly source: { readonly type: "ticket" | "contact" | "company"; readonly id: string };
  /** Names of fields, one of which must be told, and outside of which nothing may be. */
  readonly fields: readonly string[];
}

/** Undefined where the record drawn can't be broken so: another one is drawn. */
export type Corruption<T> = (record: Writable<T>, targets: Targets) => readonly string[] | undefined;

export function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** Parts that stand for notes and time entries, each with its key. */
export function ourParts(conversation: Conversation, { keyOfPart }: Targets) {
  return conversation.parts.flatMap((part: Writable<Part>, at) => {
    const key = keyOfPart.get(part.id);
    return key === undefined ? [] : [{ part, at, key }];
  });
}

/** Changes one attribute as a slip of the hand would. */
export function bendAttribute(attributes: Attributes, random: Random): string | undefined {
  const name = pick(random, Object.keys(attributes));
  if (name === undefined) return undefined;
  const value = attributes[name];
  if (typeof value === "number") attributes[name] = value + 1;
  else if (typeof value === "boolean") attributes[name] = !value;
  else attributes[name] = `${String(value)}1`;
  return name;
}
