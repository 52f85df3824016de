// Slack over its Web API: several clients, because a 429 stops a whole client's queue, and a window can't wait.
import { type types, webApi } from "@slack/bolt";
import type { Card } from "../blocks/block.ts";
import { NotInstalledError } from "./installations.ts";
import type { PersonFacts, Slack } from "./slack.ts";

export interface ClientFacts {
  readonly slackApiUrl?: string;
  readonly logger: webApi.WebClientOptions["logger"];
}

const MEMBERS_PAGE = 1000;
/** Nobody waits longer for whether a person is in a channel than this many pages. */
const MEMBERS_PAGES = 20;

/** Our blocks are held against Slack's description by tests; its types don't know their exact shape. */
const wire = (card: Card) => ({
  text: card.text,
  ...(card.blocks.length > 0 ? { blocks: card.blocks as unknown as types.KnownBlock[] } : {}),
});

const errorCode = (error: unknown): string | undefined => {
  const data = (error as { data?: { error?: unknown } } | undefined)?.data;
  return typeof data?.error === "string" ? data.error : undefined;
};

/** The channel is gone, or we are: trying again can't help. */
export function isGone(error: unknown): boolean {
  if (error instanceof NotInstalledError) return true;
  const code = errorCode(error) ?? "";
  return CLOSED.includes(code) || code === "message_not_found" || code === "cant_update_message";
}

const CLOSED: readonly string[] = [
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "invalid_auth",
  "not_authed",
];

/** The same, without messages that somebody deleted: what concerns the whole channel. */
export function isClosed(error: unknown): boolean {
  return error instanceof NotInstalledError || CLOSED.includes(errorCode(error) ?? "");
}

export function createSlack(token: string, facts: ClientFacts): Slack {
  const shared = {
    ...(facts.slackApiUrl ? { slackApiUrl: facts.slackApiUrl } : {}),
    ...(facts.logger ? { logger: facts.logger } : {}),
  };
  const patient = {
    ...shared,
    timeout: 10_000,
    retryConfig: { retries: 3, minTimeout: 300, maxTimeout: 2000 },
  };
  const client = new webApi.WebClient(token, patient);
  /** In order of asking: what was drawn last must be what stays. */
  const edits = new webApi.WebClient(token, { ...patient, maxRequestConcurrency: 1 });
  /** What a person waits for: windows (a trigger lives three seconds), ephemeral messages, who somebody is. */
  const prompt = new webApi.WebClient(token, patient);
  let url: string | undefined;
  const progress = new webApi.WebClient(token, {
    ...shared,
    timeout: 1500,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });

  return {
    async post(channel, card, thread) {
      const posted = await client.chat.postMessage({
        channel,
        ...wire(card),
        unfurl_links: false,
        unfurl_media: false,
        ...(thread ? { thread_ts: thread } : {}),
      });
      return { ts: posted.ts ?? "" };
    },
    async update(channel, ts, card) {
      await edits.chat.update({ channel, ts, ...wire(card) });
    },
    async updateSoon(channel, ts, card) {
      await progress.chat.update({ channel, ts, ...wire(card) });
    },
    async postEphemeral(channel, user, text) {
      await prompt.chat.postEphemeral({ channel, user, text });
    },
    async openModal(triggerId, modal) {
      await prompt.views.open({ trigger_id: triggerId, view: modal as unknown as types.View });
    },
    async publishHome(user, view) {
      await prompt.views.publish({ user_id: user, view: view as unknown as types.View });
    },
    async person(user): Promise<PersonFacts | undefined> {
      try {
        const { user: found } = await prompt.users.info({ user, include_locale: true });
        if (!found?.team_id) return undefined;
        return {
          teamId: found.team_id,
          isStranger: found.is_stranger ?? false,
          isRestricted: (found.is_restricted ?? false) || (found.is_ultra_restricted ?? false),
          ...(found.locale ? { locale: found.locale } : {}),
        };
      } catch (error) {
        if (errorCode(error) === "user_not_found" || errorCode(error) === "user_not_visible")
          return undefined;
        throw error;
      }
    },
    async isMember(channel, user) {
      let cursor: string | undefined;
      for (let page = 0; page < MEMBERS_PAGES; page += 1) {
        const answer = await client.conversations.members({
          channel,
          limit: MEMBERS_PAGE,
          ...(cursor ? { cursor } : {}),
        });
        if (answer.members?.includes(user)) return true;
        cursor = answer.response_metadata?.next_cursor;
        if (!cursor) return false;
      }
      return false;
    },
    async teamUrl() {
      url ??= (await prompt.auth.test()).url;
      return url;
    },
    async channelName(channel) {
      const { channel: found } = await client.conversations.info({ channel });
      return found?.name ? `#${found.name}` : channel;
    },
  };
}
