// Finds what a person means to click: in their modal, else in the newest message they can see, else in Home.
import { interactiveElements } from "../blocks/walk-blocks.ts";
import type { Block, Element, Loose, StoredMessage, StoredView } from "../types.ts";
import type { Workspace } from "../workspace.ts";

export interface Wanted {
  readonly actionId?: string;
  /** A button's label. */
  readonly text?: string;
  readonly value?: string;
  /** The message it is in; the newest that has it when absent. */
  readonly ts?: string;
  readonly blockId?: string;
}

type Place = { readonly message: StoredMessage } | { readonly view: StoredView };
export type Found = Place & { readonly block: Block; readonly element: Element };

export function visibleTo(workspace: Workspace, userId: string): StoredMessage[] {
  return workspace.messages.filter(
    (m) =>
      (!m.ephemeralFor || m.ephemeralFor === userId) &&
      workspace.channels.get(m.channel)?.members.has(userId),
  );
}

/** The modal on top of a user's screen. */
export function topView(workspace: Workspace, userId: string): StoredView | undefined {
  return workspace.views.get(workspace.stacks.get(userId)?.at(-1) ?? "");
}

function matches({ block, element }: { block: Block; element: Element }, wanted: Wanted): boolean {
  const label = (element.text as Loose | undefined)?.text;
  return (
    (wanted.actionId === undefined || element.action_id === wanted.actionId) &&
    (wanted.text === undefined || label === wanted.text) &&
    (wanted.value === undefined || element.value === wanted.value) &&
    (wanted.blockId === undefined || block.block_id === wanted.blockId)
  );
}

/** @throws Error that lists what could have been clicked */
export function findElement(workspace: Workspace, userId: string, wanted: Wanted): Found {
  const modal = topView(workspace, userId);
  const home = workspace.views.get(workspace.homes.get(userId) ?? "");
  const messages = visibleTo(workspace, userId).reverse();
  const places: Place[] = wanted.ts
    ? messages.filter((m) => m.ts === wanted.ts).map((message) => ({ message }))
    : [
        ...(modal ? [{ view: modal }] : []),
        ...messages.map((message) => ({ message })),
        ...(home ? [{ view: home }] : []),
      ];
  const offered: string[] = [];
  for (const place of places) {
    const blocks = "view" in place ? place.view.blocks : place.message.blocks;
    for (const candidate of interactiveElements(blocks)) {
      if (matches(candidate, wanted)) return { ...place, ...candidate };
      const label = (candidate.element.text as Loose | undefined)?.text ?? candidate.element.type;
      offered.push(`${String(label)} (${candidate.element.action_id})`);
    }
  }
  throw new Error(
    `${userId} sees no ${JSON.stringify(wanted)}; there is: ${offered.join(", ") || "nothing"}`,
  );
}
