// Acts in the name of whoever one is, through the page's server; shared by everything that can be clicked.
import { createContext, useContext } from "react";
import type { Given } from "../acting/element-value.ts";
import type { Wanted } from "../acting/find-element.ts";
import type { PageAct } from "../acting/page-act.ts";
import type { Snapshot } from "../snapshot.ts";

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type MyAct = Without<PageAct, "user">;

/** Resolves with a sentence for the person when something went wrong. */
type Act = (act: MyAct) => Promise<string | undefined>;

export interface World {
  readonly snapshot: Snapshot;
  readonly act: Act;
}

const WorldContext = createContext<World | undefined>(undefined);
export const WorldProvider = WorldContext.Provider;

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error("outside of the page");
  return world;
}

/** Where an element stands, and what to do with what a person does to it. */
export interface Surface {
  /** Tells the server which message or block. */
  readonly where: Wanted;
  /** The element's value, as `state.values` holds it. */
  value(blockId: string, actionId: string): Record<string, unknown> | undefined;
  /** An input's value in a modal: kept until it is submitted. */
  keep?(blockId: string, given: Given): void;
  /** What is typed in the modal by now. */
  typed?(): Record<string, Given>;
}

const complaints: Record<string, string> = {
  http_timeout: "The app did not answer in time.",
  http_error: "The app answered with an error.",
  connection_failed: "The app could not be reached.",
  not_delivered: "No app is connected.",
};

export async function sendAct(user: string, act: MyAct): Promise<string | undefined> {
  const answer = await fetch("/page/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user, ...act }),
  }).catch(() => undefined);
  if (!answer) return "The sandbox is gone.";
  const { error, result } = (await answer.json()) as { error?: string; result?: { reason?: string } | null };
  return error ?? (result?.reason ? complaints[result.reason] : undefined);
}
