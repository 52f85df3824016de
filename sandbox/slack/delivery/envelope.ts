// One thing to bring to the app, however it travels.
import type { Loose } from "../types.ts";

export interface Envelope {
  readonly kind: "events_api" | "interactive" | "slash_commands";
  /** An event's `event_id`; an id of ours for the rest. */
  readonly id: string;
  readonly payload: Loose;
}

export interface Attempt {
  /** 0 for the first delivery. */
  readonly retry: number;
  /** Why it is tried again. */
  readonly reason?: string;
}
