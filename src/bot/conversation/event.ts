// What can happen in a conversation: people click, submit and ask; credentials arrive; tasks end.

import type { TaskEvent } from "../../engine/engine.ts";
import type { MapChange } from "../../engine/field-map/change.ts";
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { StepName } from "../step-names.ts";
import type { ActionName } from "./action-ids.ts";

/** What people ask about besides the state of things. */
export const TOPICS = [
  "numbers",
  "time",
  "slas",
  "attachments",
  "automations",
  "notes",
  "articles",
  "configurations",
  "duration",
  "cost",
  "stop",
  "irreversible",
  "approvers",
  "correct",
] as const;
export type Topic = (typeof TOPICS)[number];

export type Question =
  | {
      readonly about:
        | "status"
        | "help"
        | "start"
        | "unknown"
        | "exceptions"
        | "report"
        | "guides"
        | "preflight"
        | "tickets"
        | "delta";
    }
  | { readonly about: "topic"; readonly topic: Topic }
  | { readonly about: "ticket"; readonly ticketId: string };

interface Human {
  readonly actor: Actor;
  readonly role: Role;
  /** Why the role is what it is, where that helps a refused person. */
  readonly because?: string;
}

export type ClickEvent = Human & {
  readonly kind: "clicked";
  readonly action: ActionName;
  /** The step and hash that the button was made for; an old button names an old step. */
  readonly step: StepName;
  readonly hash?: string;
  /** What the button or menu says beyond its name: a page, an item of the checklist. */
  readonly argument?: string;
  /** What was typed to confirm, in a modal. */
  readonly typed?: string;
  /** What a menu means for the map; null when the row it names has changed meanwhile. */
  readonly changes?: readonly MapChange[] | null;
};

/** A wish to change the map, in words; nothing changes before somebody presses its button. */
export type CorrectEvent = Human & {
  readonly kind: "corrected";
  readonly changes: readonly MapChange[];
  /** The diff in sentences, escaped, in the channel's language. */
  readonly lines: readonly string[];
  /** What was not clear, in sentences, escaped. */
  readonly asks: readonly string[];
  /** Of the map that was read. */
  readonly revision: number;
  /** The map's hash once all of it is done. */
  readonly after: string;
  /** The proposal that waits already, whose changes are among these: both wait together from now on. */
  readonly joins?: string;
};

export type AskEvent = Human & { readonly kind: "asked"; readonly question: Question };
type ConnectedEvent = { readonly kind: "connected"; readonly person: Actor };
type TaskEnded = { readonly kind: "task"; readonly task: TaskEvent };

export type ConversationEvent = ClickEvent | AskEvent | CorrectEvent | ConnectedEvent | TaskEnded;

/** What the engine says at this moment, as far as a transition needs it. */
export interface Facts {
  /** ISO-8601. */
  readonly at: string;
  readonly connected: boolean;
  /** The name of the production workspace; undefined before there is one. */
  readonly workspace?: string;
  readonly termsHash: string;
  readonly map?: {
    readonly revision: number;
    readonly hash: string;
    readonly doubtful: number;
    readonly pages: number;
  };
  /** The current plan of production. */
  readonly plan?: { readonly hash: string; readonly mapHash: string };
  /** Teams that are missing in production or staging; asked only when it matters. */
  readonly missingTeams?: readonly string[];
  /** When the run that the task's end names began, or when the certificate was made. ISO-8601. */
  readonly workStartedAt?: string;
}
