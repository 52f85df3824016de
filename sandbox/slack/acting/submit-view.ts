// Submitting a modal: what Slack's client checks itself, and what the app's answer does to the stack.
import { interactiveElements } from "../blocks/walk-blocks.ts";
import type { Loose, StateValues, StoredView } from "../types.ts";
import { SlackRefusal } from "../web-api/method.ts";
import { pushView, readView, replaceView } from "../web-api/views.ts";
import { signalChange, type Workspace } from "../workspace.ts";
import { assembleValue, type Given, initialState, isEmpty, mergeState } from "./element-value.ts";

/** Values by action id or block id, laid over what the view holds. @throws Error for an unknown name */
export function fillView(view: StoredView, values: Record<string, Given>): StateValues {
  const typed: StateValues = {};
  const elements = interactiveElements(view.blocks);
  for (const [name, given] of Object.entries(values)) {
    const found = elements.find(
      ({ block, element }) => element.action_id === name || block.block_id === name,
    );
    if (!found) throw new Error(`the modal has no input ${name}`);
    const blockId = String(found.block.block_id);
    typed[blockId] = {
      ...typed[blockId],
      [String(found.element.action_id)]: assembleValue(found.element, given),
    };
  }
  return mergeState(mergeState(initialState(view.blocks), view.state), typed);
}

/** What Slack's client refuses before it asks the app: `block_id → text`. */
export function findInputErrors(view: StoredView, state: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of interactiveElements(view.blocks)) {
    if (block.type !== "input") continue;
    const blockId = String(block.block_id);
    const value = state[blockId]?.[String(element.action_id)];
    if (isEmpty(value)) {
      if (block.optional !== true) errors[blockId] = "Please complete this required field.";
      continue;
    }
    const text = String(value?.value ?? "");
    const { min_length: least, max_length: most } = element as { min_length?: number; max_length?: number };
    if (least !== undefined && text.length < least) errors[blockId] = `Must be at least ${least} characters.`;
    if (most !== undefined && text.length > most) errors[blockId] = `Must be at most ${most} characters.`;
    if (element.type === "url_text_input" && !URL.canParse(text)) errors[blockId] = "Enter a valid link.";
    if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(text))
      errors[blockId] = "Enter a valid email address.";
    if (element.type === "number_input" && !Number.isFinite(Number(text)))
      errors[blockId] = "Enter a number.";
  }
  return errors;
}

/** Takes the top modal away, or all of them. */
export function closeModals(workspace: Workspace, userId: string, all: boolean): void {
  const stack = workspace.stacks.get(userId) ?? [];
  const gone = all ? stack : stack.slice(-1);
  for (const id of gone) workspace.views.delete(id);
  workspace.stacks.set(userId, all ? [] : stack.slice(0, -1));
  signalChange(workspace);
}

/** Applies the body of a `view_submission`'s acknowledgement. @throws SlackRefusal when it breaks Slack's rules */
export function applySubmission(workspace: Workspace, view: StoredView, body: unknown): void {
  const answer = typeof body === "object" && body !== null ? (body as Loose) : {};
  switch (answer.response_action) {
    case undefined:
      closeModals(workspace, view.user, false);
      return;
    case "clear":
      closeModals(workspace, view.user, true);
      return;
    case "errors": {
      const errors = (answer.errors ?? {}) as Record<string, string>;
      const inputs = new Set(view.blocks.filter((b) => b.type === "input").map((b) => b.block_id));
      const unknown = Object.keys(errors).filter((id) => !inputs.has(id));
      if (unknown.length > 0)
        throw new SlackRefusal("invalid_errors", [`[ERROR] no input block named ${unknown.join(", ")}`]);
      view.errors = errors;
      signalChange(workspace);
      return;
    }
    case "update":
      replaceView(workspace, view, readView(answer.view, "modal"));
      return;
    case "push":
      pushView(workspace, view.user, readView(answer.view, "modal"));
      return;
    default:
      throw new SlackRefusal("invalid_response_action");
  }
}
