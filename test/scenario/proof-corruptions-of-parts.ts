// Faults in the messages of a conversation.

import { htmlToText } from "../../sandbox/intercom/html.ts";
import type { Conversation } from "../../sandbox/intercom/records.ts";
import { type Corruption, ourParts, pick, type Targets, type Writable } from "./proof-corruption.ts";

function onPart(
  corrupt: (
    drawn: ReturnType<typeof ourParts>[number],
    conversation: Writable<Conversation>,
    targets: Targets,
  ) => readonly string[] | undefined,
): Corruption<Conversation> {
  return (conversation, targets) => {
    const drawn = pick(targets.random, ourParts(conversation, targets));
    return drawn && corrupt(drawn, conversation, targets);
  };
}

const of = (key: string, ...names: readonly string[]) => names.map((name) => `parts[${key}].${name}`);
/** Twins can't be told apart, so either of them may be the one that is missing. */
const twins = (conversation: Conversation, targets: Targets, body: string | null) =>
  ourParts(conversation, targets)
    .filter(({ part }) => part.body === body)
    .map(({ key }) => key);
const whole = (keys: readonly string[]) => keys.map((key) => `parts[${key}]`);

export const CORRUPTIONS_OF_PARTS: Readonly<Record<string, Corruption<Conversation>>> = {
  "a note missing": onPart(({ at, part }, conversation, targets) => {
    const keys = twins(conversation, targets, part.body);
    conversation.parts.splice(at, 1);
    return whole(keys);
  }),
  "all notes missing": (conversation, targets) => {
    const keys = ourParts(conversation, targets).map(({ key }) => key);
    conversation.parts.splice(0);
    return keys.length === 0 ? undefined : whole(keys);
  },
  "a note doubled": onPart(({ part, at }, conversation) => {
    const id = `9${part.id}`;
    conversation.parts.splice(at, 0, { ...part, id });
    // Either of the two may be taken for the copy.
    return [`parts[+${id}]`, `parts[+${part.id}]`];
  }),
  "a note that nobody wrote": onPart(({ part, at }, conversation) => {
    const id = `8${part.id}`;
    conversation.parts.splice(at, 0, {
      ...part,
      id,
      body: "<p>Planted.</p>",
      created_at: part.created_at + 1,
    });
    return [`parts[+${id}]`];
  }),
  "a note moved in time": onPart(({ part, key }, conversation, targets) => {
    const keys = twins(conversation, targets, part.body);
    part.created_at += pick(targets.random, [-86_400, -3600, -1, 1, 3600, 86_400]) ?? 1;
    return [...keys, key].flatMap((one) => of(one, "createdAt"));
  }),
  "a note by the wrong admin": onPart(({ part, key }, { custom_attributes }, { workspace }) => {
    const other = [...workspace.admins.keys()].find((id) => id !== part.author.id);
    if (part.author.type !== "admin" || !other || !custom_attributes) return undefined;
    part.author = { type: "admin", id: other };
    return of(key, "author");
  }),
  "a client's words in an admin's mouth": onPart(({ part }, conversation, targets) => {
    const [admin = ""] = targets.workspace.admins.keys();
    if (part.author.type === "admin") return undefined;
    const keys = twins(conversation, targets, part.body);
    part.author = { type: "admin", id: admin };
    return keys.flatMap((one) => of(one, "author"));
  }),
  "an internal note made public": onPart(({ part, key }) => {
    if (part.part_type !== "note") return undefined;
    part.part_type = "comment";
    return of(key, "audience");
  }),
  "a public comment hidden": onPart(({ part }, conversation, targets) => {
    if (part.part_type !== "comment") return undefined;
    const keys = twins(conversation, targets, part.body);
    part.part_type = "note";
    return keys.flatMap((one) => of(one, "audience"));
  }),
  "a truncated note": onPart(({ part }, conversation, targets) => {
    const keys = twins(conversation, targets, part.body);
    const text = htmlToText(part.body ?? "").trim();
    part.body = `<p>${text.slice(0, Math.floor(text.length / 2)).trim()}</p>`;
    return keys.flatMap((one) => of(one, "body"));
  }),
  "one character of a note changed": onPart(({ part }, conversation, targets) => {
    const keys = twins(conversation, targets, part.body);
    part.body = (part.body ?? "").replace(/[a-z](?=[^<>]*<\/p>)/, "Q");
    return keys.flatMap((one) => of(one, "body"));
  }),
  "an emptied note": onPart(({ part }, conversation, targets) => {
    const keys = twins(conversation, targets, part.body);
    part.body = "";
    return keys.flatMap((one) => of(one, "body"));
  }),
  "texts of two notes swapped": (conversation, targets) => {
    const [first, second] = ourParts(conversation, targets);
    if (!first || !second || first.part.body === second.part.body) return undefined;
    [first.part.body, second.part.body] = [second.part.body, first.part.body];
    return [first, second].flatMap(({ key }) => of(key, "createdAt", "author", "audience", "body", "order"));
  },
};
