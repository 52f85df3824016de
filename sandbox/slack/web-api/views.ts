// views.*: modals and the App Home.
import { validateView } from "../blocks/validate.ts";
import { viewShape } from "../payloads/shapes.ts";
import type { Block, Loose, StoredView } from "../types.ts";
import { signalChange, type Workspace, withBlockIds } from "../workspace.ts";
import { given, type Method, need, SlackRefusal } from "./method.ts";

const triggerLifeMs = 3000;
const deepestStack = 3;

/** Checks a view as posted. @throws SlackRefusal */
export function readView(candidate: unknown, type?: StoredView["type"]): Loose {
  const verdict = validateView(candidate);
  if (verdict) throw new SlackRefusal(verdict.error, verdict.messages);
  const view = candidate as Loose;
  if (type && view.type !== type)
    throw new SlackRefusal("invalid_arguments", [`[ERROR] view must be of type ${type}`]);
  return view;
}

function viewFields(workspace: Workspace, view: Loose) {
  return {
    hash: `${workspace.ids.ts()}.${workspace.ids.next("h")}`,
    title: view.title as Loose,
    submit: (view.submit as Loose | undefined) ?? null,
    close: (view.close as Loose | undefined) ?? null,
    blocks: withBlockIds(workspace, view.blocks as Block[]),
    privateMetadata: String(view.private_metadata ?? ""),
    callbackId: String(view.callback_id ?? ""),
    externalId: String(view.external_id ?? ""),
    clearOnClose: view.clear_on_close === true,
    notifyOnClose: view.notify_on_close === true,
    errors: {},
  };
}

/** Puts a modal on top of a user's screen. @throws SlackRefusal `push_limit_reached` beyond three */
export function pushView(workspace: Workspace, userId: string, view: Loose): StoredView {
  const stack = workspace.stacks.get(userId) ?? [];
  if (stack.length >= deepestStack) throw new SlackRefusal("push_limit_reached");
  const id = workspace.ids.next("V");
  const stored: StoredView = {
    id,
    type: "modal",
    user: userId,
    rootId: stack[0] ?? id,
    previousId: stack.at(-1) ?? null,
    state: {},
    ...viewFields(workspace, view),
  };
  workspace.views.set(id, stored);
  workspace.stacks.set(userId, [...stack, id]);
  signalChange(workspace);
  return stored;
}

/** Replaces a view in place; what was typed stays where block and action ids stay. */
export function replaceView(workspace: Workspace, stored: StoredView, view: Loose): void {
  Object.assign(stored, viewFields(workspace, view));
  const kept = new Set(stored.blocks.map((b) => b.block_id));
  stored.state = Object.fromEntries(Object.entries(stored.state).filter(([id]) => kept.has(id)));
  signalChange(workspace);
}

/** @returns whose trigger it was. Three seconds, one use. @throws SlackRefusal */
function useTrigger(workspace: Workspace, args: Loose): string {
  const trigger = workspace.triggers.get(given(args, "trigger_id") ?? "");
  if (!trigger) throw new SlackRefusal("invalid_trigger_id");
  if (trigger.used) throw new SlackRefusal("exchanged_trigger_id");
  if (workspace.now() - trigger.at > triggerLifeMs) throw new SlackRefusal("expired_trigger_id");
  trigger.used = true;
  return trigger.userId;
}

const open: Method = ({ workspace, args }) => {
  const view = readView(args.view, "modal");
  const userId = useTrigger(workspace, args);
  for (const id of workspace.stacks.get(userId) ?? []) workspace.views.delete(id);
  workspace.stacks.set(userId, []);
  return { view: viewShape(workspace, pushView(workspace, userId, view)) };
};

const push: Method = ({ workspace, args }) => {
  const view = readView(args.view, "modal");
  const userId = useTrigger(workspace, args);
  return { view: viewShape(workspace, pushView(workspace, userId, view)) };
};

const update: Method = ({ workspace, args }) => {
  const externalId = given(args, "external_id");
  const viewId = given(args, "view_id");
  const stored = [...workspace.views.values()].find((v) =>
    viewId ? v.id === viewId : externalId !== undefined && v.externalId === externalId,
  );
  if (!stored) throw new SlackRefusal("not_found");
  const hash = given(args, "hash");
  if (hash && hash !== stored.hash) throw new SlackRefusal("hash_conflict");
  replaceView(workspace, stored, readView(args.view, stored.type));
  return { view: viewShape(workspace, stored) };
};

const publish: Method = ({ workspace, args }) => {
  const userId = need(args, "user_id", "user_not_found");
  if (!workspace.users.has(userId)) throw new SlackRefusal("user_not_found");
  const view = readView(args.view, "home");
  const known = workspace.views.get(workspace.homes.get(userId) ?? "");
  if (known) {
    replaceView(workspace, known, view);
    return { view: viewShape(workspace, known) };
  }
  const id = workspace.ids.next("V");
  const stored: StoredView = {
    id,
    type: "home",
    user: userId,
    rootId: id,
    previousId: null,
    state: {},
    ...viewFields(workspace, view),
  };
  workspace.views.set(id, stored);
  workspace.homes.set(userId, id);
  signalChange(workspace);
  return { view: viewShape(workspace, stored) };
};

export const viewMethods: Record<string, Method> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
