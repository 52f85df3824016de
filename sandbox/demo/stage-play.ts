// What the demo's players can do: wait for a button to appear, press it, and have everything said printed.
import type { Sandbox } from "../index.ts";
import { interactiveElements } from "../slack/blocks/walk-blocks.ts";
import type { StoredMessage } from "../slack/types.ts";
import { printMessage } from "./print-message.ts";

export type Print = (line: string) => void;

/** A button that a person sees, or an option of a menu that stands for one. */
interface Offered {
  readonly actionId: string;
  readonly ts: string;
  readonly option?: string;
}

export class StagePlay {
  readonly sandbox: Sandbox;
  readonly #print: Print;
  readonly #shown = new Map<string, string>();
  readonly #began = Date.now();
  /** The newest message in which each action was decided. */
  readonly #pressed = new Map<string, string>();

  constructor(sandbox: Sandbox, print: Print) {
    this.sandbox = sandbox;
    this.#print = print;
  }

  say(who: string, what: string): void {
    this.#print(`\n${this.#clock()} ${who}: ${what}`);
  }

  /** Waits until this person sees an element with that action id (its number after # doesn't matter). */
  async awaitAction(user: string, action: string, timeoutMs = 100_000): Promise<Offered> {
    const find = () => this.#find(user, action);
    await this.sandbox.slack.waitUntil(() => {
      this.flush(user);
      return find() !== undefined;
    }, timeoutMs);
    const found = find();
    if (found === undefined) throw new Error(`${action} came and went`);
    return found;
  }

  async press(user: string, who: string, action: string, does: string): Promise<void> {
    const { actionId, ts, option } = await this.awaitAction(user, action);
    this.flush(user);
    this.say(who, `(${does})`);
    const person = this.sandbox.slack.as(user);
    await (option ? person.select(actionId, option, { ts }) : person.click({ actionId, ts }));
    // Whatever this message offered beside it is decided, too.
    for (const { element } of interactiveElements(
      this.sandbox.slack.messages(user).find((m) => m.ts === ts)?.blocks ?? [],
    )) {
      this.#pressed.set((element.action_id ?? "").split("#")[0] ?? "", ts);
    }
  }

  /** The newest message that this person sees and that says this. */
  async awaitText(user: string, text: string, timeoutMs = 20_000): Promise<StoredMessage> {
    const find = () =>
      this.sandbox.slack
        .messages(user)
        .findLast((message) => printMessage(message).join("\n").includes(text));
    await this.sandbox.slack.waitUntil(() => {
      this.flush(user);
      return find() !== undefined;
    }, timeoutMs);
    const found = find();
    if (found === undefined) throw new Error(`“${text}” came and went`);
    return found;
  }

  /** Prints what the bot has said or changed since. Edits of one message are printed as their last lines. */
  flush(user: string): void {
    const { slack } = this.sandbox;
    for (const message of slack.messages(user)) {
      if (message.user !== slack.users.bot.id) continue;
      const lines = printMessage(message);
      const text = lines.join("\n");
      const before = this.#shown.get(message.ts);
      if (text === before) continue;
      this.#shown.set(message.ts, text);
      const known = new Set(before?.split("\n"));
      const fresh = lines.filter((line) => !known.has(line) && !/^(\[[^\]]*\] ?)+$/.test(line));
      if (fresh.length > 0)
        this.#print(`\n${this.#clock()} Cutover:${fresh.map((line) => `\n    ${line}`).join("")}`);
    }
  }

  /** In what was posted since the last press: an answered message still shows its buttons for a moment. */
  #find(user: string, action: string): Offered | undefined {
    const since = this.#pressed.get(action) ?? "";
    const messages = this.sandbox.slack
      .messages(user)
      .filter((message) => message.ts > since || repeats(action));
    for (const message of messages.toReversed()) {
      for (const { element } of interactiveElements(message.blocks)) {
        const id = element.action_id ?? "";
        if (id === action || id.startsWith(`${action}#`)) return { actionId: id, ts: message.ts };
        const options = (element.options ?? []) as readonly { readonly value: string }[];
        const option = options.find(({ value }) => value === action)?.value;
        if (option) return { actionId: id, ts: message.ts, option };
      }
    }
    return undefined;
  }

  #clock(): string {
    const seconds = Math.round((Date.now() - this.#began) / 1000);
    return `[${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}]`;
  }
}

/** Points of a checklist are ticked one after the other in the same message, and a check may be repeated. */
const repeats = (action: string): boolean => action.startsWith("silence.") || action === "teams.check";
