// What a transition decides: the next state, what the engine must do first, what Slack shows afterwards.

import type { TaskName } from "../../engine/engine.ts";
import type { MapChange } from "../../engine/field-map/change.ts";
import type { ApprovalKind } from "../../engine/model/migration.ts";
import type { Question } from "./event.ts";
import type { ConversationState } from "./state.ts";

/** Done before the state is saved; a refusal leaves the state as it was. All may be repeated. */
export type Command =
  | { readonly kind: "approve"; readonly approval: ApprovalKind; readonly hash: string }
  | {
      readonly kind: "start";
      readonly task: TaskName;
      readonly planHash?: string;
      readonly onlyFailed?: boolean;
      readonly toProduction?: boolean;
    }
  | { readonly kind: "change-map"; readonly change: MapChange }
  | { readonly kind: "accept-map" }
  | { readonly kind: "switch-deltas"; readonly on: boolean }
  | { readonly kind: "pause" | "cancel" };

/** Done after the state is saved, in order; a failure is logged and repaired, never undone. */
export type Effect =
  /** Takes the buttons off the card of the state before and says what became of it. */
  | { readonly kind: "settle"; readonly line: string }
  /** Posts the card of the new state and remembers its message. */
  | { readonly kind: "card" }
  /** Draws the card of the state again, in place. */
  | { readonly kind: "redraw" }
  | { readonly kind: "post"; readonly text: string }
  /** To the person of the event only. */
  | { readonly kind: "post-ephemeral"; readonly text: string }
  /** Where the person asked: to them alone where that is quiet. */
  | { readonly kind: "reply"; readonly text: string }
  /** Posts the change of the map that waits, with its buttons. */
  | { readonly kind: "proposal" }
  /** Takes the buttons off the change that the state before was waiting with. */
  | { readonly kind: "settle-proposal"; readonly line: string }
  | { readonly kind: "link" }
  | {
      readonly kind: "modal";
      readonly modal: "connect" | "rollback" | "choose" | "tickets";
      readonly argument?: string;
    }
  | { readonly kind: "answer"; readonly question: Question }
  | { readonly kind: "audit"; readonly event: string; readonly detail: Readonly<Record<string, string>> };

export interface Outcome {
  readonly state: ConversationState;
  readonly commands: readonly Command[];
  readonly effects: readonly Effect[];
}
