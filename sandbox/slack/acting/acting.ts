// What a person can do in Slack, for tests and for the page: each act reaches the app as Slack would bring it.
import { applyResponse } from "../delivery/response-url.ts";
import { eventEnvelope, messageEvent } from "../payloads/events.ts";
import {
  messageAction,
  slashCommand,
  viewAction,
  viewClosed,
  viewSubmission,
} from "../payloads/interactions.ts";
import { viewShape } from "../payloads/shapes.ts";
import type { Channel, Loose, SlackUser, StoredMessage } from "../types.ts";
import { openDirectMessage } from "../web-api/find-channel.ts";
import { SlackRefusal } from "../web-api/method.ts";
import { addMessage, issueHook, issueTrigger, signalChange } from "../workspace.ts";
import type { ActingParts, ActResult, SayOptions } from "./acting-parts.ts";
import { assembleValue, type Given, initialState, mergeState } from "./element-value.ts";
import { type Found, findElement, topView, type Wanted } from "./find-element.ts";
import { applySubmission, closeModals, fillView, findInputErrors } from "./submit-view.ts";
import { toWireText } from "./wire-text.ts";

export class Acting {
  readonly user: SlackUser;
  readonly #parts: ActingParts;

  constructor(parts: ActingParts, user: SlackUser) {
    this.#parts = parts;
    this.user = user;
  }

  /** Writes a message. `@Cutover` or `<@BOT>` in it mentions the app, and only then does the app hear of it. */
  async say(text: string, options: SayOptions = {}): Promise<{ message: StoredMessage; result?: ActResult }> {
    const { workspace, events } = this.#parts;
    const channel = this.#channel(options.channel);
    const mention = `<@${workspace.bot.id}>`;
    const named = toWireText(text, workspace.bot);
    const message = addMessage(workspace, {
      channel: channel.id,
      user: this.user.id,
      text: named,
      blocks: [],
      ...(options.thread ? { threadTs: options.thread } : {}),
    });
    if (!channel.members.has(workspace.bot.id)) return { message };
    let result: ActResult | undefined;
    if (named.includes(mention) && !channel.isIm)
      result = await this.#event(messageEvent(workspace, "app_mention", message, this.user));
    if (events.has("message")) {
      const heard = await this.#event(messageEvent(workspace, "message", message, this.user));
      result ??= heard;
    }
    return { message, ...(result ? { result } : {}) };
  }

  mention(text: string, options: SayOptions = {}): Promise<{ message: StoredMessage; result?: ActResult }> {
    return this.say(`<@${this.#parts.workspace.bot.id}> ${text}`, options);
  }

  /** The slash command with this text; an acknowledgement that says something is shown as Slack shows it. */
  async command(text: string, options: { channel?: string } = {}): Promise<ActResult> {
    const { workspace, slashCommand: command, url } = this.#parts;
    const channel = this.#channel(options.channel);
    const hookId = issueHook(workspace, { userId: this.user.id, channel: channel.id });
    const triggerId = issueTrigger(workspace, this.user.id);
    const responseUrl = `${url()}/response/${hookId}`;
    const payload = slashCommand(workspace, this.user, channel, { command, text }, triggerId, responseUrl);
    const result = await this.#deliver("slash_commands", payload);
    const hook = workspace.hooks.get(hookId);
    if (result.acked && result.body && hook) {
      const answer = typeof result.body === "string" ? { text: result.body } : (result.body as Loose);
      this.#heed("command", () => applyResponse(workspace, hook, answer));
    }
    return result;
  }

  /** Clicks a button; a confirm dialog counts as confirmed. @throws Error when this person sees no such button */
  click(wanted: Wanted): Promise<ActResult> {
    const found = findElement(this.#parts.workspace, this.user.id, wanted);
    const { type, text, value, style, url } = found.element;
    const parts = { text, value, style, url };
    const present = Object.fromEntries(Object.entries(parts).filter(([, v]) => v !== undefined));
    return this.#act(found, { type, ...present });
  }

  /** Picks in a menu, a date, radio buttons or checkboxes; an input that doesn't dispatch only keeps the value. */
  async select(
    actionId: string,
    given: Given,
    where: Omit<Wanted, "actionId"> = {},
  ): Promise<ActResult | undefined> {
    const found = findElement(this.#parts.workspace, this.user.id, { ...where, actionId });
    const value = assembleValue(found.element, given);
    if (found.element.type !== "overflow") this.#keep(found, value);
    if (found.block.type === "input" && found.block.dispatch_action !== true) return undefined;
    return this.#act(found, value);
  }

  /** Fills inputs by action id or block id, and submits. Errors stay in the open view's `errors`. */
  async submitView(values: Record<string, Given> = {}): Promise<ActResult | undefined> {
    const { workspace } = this.#parts;
    const view = topView(workspace, this.user.id);
    if (!view) throw new Error(`${this.user.realName} has no modal open`);
    view.state = fillView(view, values);
    view.errors = findInputErrors(view, view.state);
    if (Object.keys(view.errors).length > 0) {
      signalChange(workspace);
      return undefined;
    }
    const triggerId = issueTrigger(workspace, this.user.id, view.id);
    const result = await this.#deliver("interactive", viewSubmission(workspace, this.user, view, triggerId));
    if (result.acked) this.#heed("view_submission", () => applySubmission(workspace, view, result.body));
    return result;
  }

  /** Types into the open modal without submitting it. */
  fill(values: Record<string, Given>): void {
    const view = topView(this.#parts.workspace, this.user.id);
    if (view) view.state = fillView(view, values);
  }

  /** Closes the top modal; the app hears of it only with `notify_on_close`. */
  async closeView(): Promise<ActResult | undefined> {
    const { workspace } = this.#parts;
    const view = topView(workspace, this.user.id);
    if (!view) return undefined;
    closeModals(workspace, this.user.id, view.clearOnClose);
    if (!view.notifyOnClose) return undefined;
    return this.#deliver("interactive", viewClosed(workspace, this.user, view, view.clearOnClose));
  }

  /** Opens the app's Home. */
  openHome(): Promise<ActResult> {
    const { workspace } = this.#parts;
    const view = workspace.views.get(workspace.homes.get(this.user.id) ?? "");
    return this.#event({
      type: "app_home_opened",
      user: this.user.id,
      channel: openDirectMessage(workspace, this.user.id).id,
      tab: "home",
      event_ts: workspace.ids.ts(),
      ...(view ? { view: viewShape(workspace, view) } : {}),
    });
  }

  /** Invites the app into a channel, which it learns as `member_joined_channel`. */
  invite(channelId?: string): Promise<ActResult> {
    const { workspace } = this.#parts;
    const channel = this.#channel(channelId);
    channel.members.add(workspace.bot.id);
    signalChange(workspace);
    return this.#event({
      type: "member_joined_channel",
      user: workspace.bot.id,
      channel: channel.id,
      channel_type: "C",
      team: workspace.home.id,
      inviter: this.user.id,
      event_ts: workspace.ids.ts(),
    });
  }

  #channel(id?: string): Channel {
    const { channels } = this.#parts.workspace;
    const channel = id ? channels.get(id) : [...channels.values()][0];
    if (!channel?.members.has(this.user.id)) throw new Error(`${this.user.realName} isn't in ${id}`);
    return channel;
  }

  /** What an app's answer breaks is a violation, not an exception in the person's hands. */
  #heed(method: string, apply: () => void): void {
    try {
      apply();
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      this.#parts.violations.push({ method, error: error.code, messages: error.messages });
    }
  }

  async #event(event: Loose): Promise<ActResult> {
    const { workspace, delivery, events } = this.#parts;
    const envelope = eventEnvelope(workspace, event);
    if (!events.has(String(event.type)))
      return { acked: false, via: "none", status: 0, reason: "not_delivered", id: envelope.id };
    return { ...(await delivery.deliver(envelope)), id: envelope.id };
  }

  async #deliver(kind: "interactive" | "slash_commands", payload: Loose): Promise<ActResult> {
    const id = this.#parts.workspace.ids.next("In");
    return { ...(await this.#parts.delivery.deliver({ kind, id, payload })), id };
  }

  #stateKey(message: StoredMessage): string {
    return `${this.user.id} ${message.channel} ${message.ts}`;
  }

  #keep(found: Found, value: Loose): void {
    const kept = { [String(found.block.block_id)]: { [String(found.element.action_id)]: value } };
    if ("view" in found) {
      found.view.state = mergeState(mergeState(initialState(found.view.blocks), found.view.state), kept);
    } else {
      const { messageState } = this.#parts;
      const key = this.#stateKey(found.message);
      messageState.set(key, mergeState(messageState.get(key) ?? {}, kept));
    }
    signalChange(this.#parts.workspace);
  }

  #act(found: Found, value: Loose): Promise<ActResult> {
    const { workspace, url, messageState } = this.#parts;
    const action = { action_id: found.element.action_id, ...value };
    const inView = "view" in found;
    const triggerId = issueTrigger(workspace, this.user.id, inView ? found.view.id : undefined);
    const clicked = { block: found.block, action, state: {}, triggerId };
    if (inView) return this.#deliver("interactive", viewAction(workspace, this.user, found.view, clicked));
    const { message } = found;
    const state = mergeState(initialState(message.blocks), messageState.get(this.#stateKey(message)) ?? {});
    const hook = { userId: this.user.id, channel: message.channel, messageTs: message.ts };
    const responseUrl = `${url()}/response/${issueHook(workspace, hook)}`;
    return this.#deliver(
      "interactive",
      messageAction(workspace, this.user, message, { ...clicked, state }, responseUrl),
    );
  }
}
