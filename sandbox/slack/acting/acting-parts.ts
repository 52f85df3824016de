// What acting needs, takes and gives back.
import type { Delivery } from "../delivery/deliver.ts";
import type { DeliveryResult, StateValues, Violation } from "../types.ts";
import type { Workspace } from "../workspace.ts";

/** What came of an act; `id` names the delivery for `redeliver`. */
export interface ActResult extends DeliveryResult {
  readonly id: string;
}

export interface SayOptions {
  /** The parent's timestamp. */
  readonly thread?: string;
  /** A channel's id; the shared channel when absent. */
  readonly channel?: string;
}

export interface ActingParts {
  readonly workspace: Workspace;
  readonly delivery: Delivery;
  readonly url: () => string;
  readonly events: ReadonlySet<string>;
  readonly slashCommand: string;
  readonly violations: Violation[];
  /** What each person has picked in each message. */
  readonly messageState: Map<string, StateValues>;
}
