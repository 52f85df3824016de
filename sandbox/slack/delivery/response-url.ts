// `response_url`: answer a click or command later, replacing, deleting, privately or for all to see.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Loose, Violation } from "../types.ts";
import { dropMessage, editMessage, readContent } from "../web-api/chat.ts";
import { isTrue, SlackRefusal } from "../web-api/method.ts";
import { addMessage, type ResponseHook, type Workspace } from "../workspace.ts";

const usesAllowed = 5;
const lifeMs = 30 * 60_000;

/** Applies an answer; also used for what a command's acknowledgement carries. @throws SlackRefusal */
export function applyResponse(workspace: Workspace, hook: ResponseHook, answer: Loose): void {
  const original = workspace.messages.find((m) => m.ts === hook.messageTs && m.channel === hook.channel);
  if (isTrue(answer.delete_original)) {
    if (original) dropMessage(workspace, original);
    return;
  }
  const content = readContent(answer);
  if (isTrue(answer.replace_original) && original) {
    editMessage(workspace, original, content);
    return;
  }
  const threadTs = typeof answer.thread_ts === "string" ? answer.thread_ts : undefined;
  const posted = addMessage(workspace, {
    channel: hook.channel,
    user: workspace.bot.id,
    botId: workspace.botId,
    ...content,
    ...(answer.response_type === "in_channel" ? {} : { ephemeralFor: hook.userId }),
    ...(threadTs ? { threadTs } : {}),
  });
  hook.messageTs ??= posted.ts;
}

export function responseUrlRoutes(
  workspace: Workspace,
  violations: Violation[],
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/:id", async (c) => {
    const hook = workspace.hooks.get(c.req.param("id"));
    if (!hook || workspace.now() - hook.at > lifeMs) return c.json({ ok: false, error: "expired_url" }, 404);
    if (hook.uses >= usesAllowed) return c.json({ ok: false, error: "used_url" }, 404);
    hook.uses += 1;
    try {
      applyResponse(workspace, hook, await c.req.json<Loose>());
      return c.json({ ok: true });
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      violations.push({ method: "response_url", error: error.code, messages: error.messages });
      return c.json({ ok: false, error: error.code }, 500);
    }
  });
  return app;
}
