// Slack over its Web API: several clients, because a 429 stops a whole client's queue, and a window can't wait.
import { type types, webApi } from "@slack/bolt";
import type { Card } from "../blocks/block.ts";
import { NotInstalledError } from "./installations.ts";
import type { Lane, PersonFacts, Slack } from "./slack.ts";

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

/** In an Enterprise Grid a person's payloads name any of these. */
function otherTeams(
  found: { readonly enterprise_id?: string; readonly teams?: readonly string[] } | undefined,
): Pick<PersonFacts, "otherTeams"> {
  const all = [...(found?.teams ?? []), ...(found?.enterprise_id ? [found.enterprise_id] : [])];
  return all.length > 0 ? { otherTeams: all } : {};
}

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

/** The person closed the window. */
export const isClosedView = (error: unknown): boolean => errorCode(error) === "not_found";

/** Nobody can be told privately in this channel: we are not in it, or they are not. */
export const cantBeToldThere = (error: unknown): boolean =>
  isGone(error) || errorCode(error) === "user_not_in_channel";

/** The same, without messages that somebody deleted: what concerns the whole channel. */
export function isClosed(error: unknown): boolean {
  return error instanceof NotInstalledError || CLOSED.includes(errorCode(error) ?? "");
}

function inTurn(token: string, options: webApi.WebClientOptions) {
  const one = new webApi.WebClient(token, { ...options, maxRequestConcurrency: 1 });
  return { post: one, tell: one };
}

const RESPOND_MS = 10_000;

/** Throws what fetch throws, and an Error with Slack's answer where it took nothing (used up, or too late). */
async function postToResponseUrl(url: string, text: string): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text }),
    signal: AbortSignal.timeout(RESPOND_MS),
  });
  if (!answer.ok)
    throw new Error(`Slack took no answer: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
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
  /** One after another: a flood of these must not crowd out what people decide with. */
  const lanes = {
    decisions: { post: client, tell: prompt },
    questions: inTurn(token, patient),
    refusals: inTurn(token, patient),
  } satisfies Record<Lane, object>;
  let url: string | undefined;
  const progress = new webApi.WebClient(token, {
    ...shared,
    timeout: 1500,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });

  return {
    async post(channel, card, { thread, lane = "decisions" } = {}) {
      const posted = await lanes[lane].post.chat.postMessage({
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
    async postEphemeral(channel, user, text, lane = "decisions") {
      await lanes[lane].tell.chat.postEphemeral({ channel, user, text });
    },
    respond: postToResponseUrl,
    async openModal(triggerId, modal) {
      const { view } = await prompt.views.open({
        trigger_id: triggerId,
        view: modal as unknown as types.View,
      });
      return view?.id ?? "";
    },
    async updateModal(viewId, modal) {
      await prompt.views.update({ view_id: viewId, view: modal as unknown as types.View });
    },
    async publishHome(user, view) {
      await prompt.views.publish({ user_id: user, view: view as unknown as types.View });
    },
    async person(user): Promise<PersonFacts | undefined> {
      try {
        const { user: found } = await prompt.users.info({ user, include_locale: true });
        if (!found?.team_id) return undefined;
        const name = found.profile?.real_name || found.real_name || found.name;
        return {
          teamId: found.team_id,
          ...otherTeams(found.enterprise_user),
          ...(name ? { name } : {}),
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
    async isIn(channel) {
      try {
        return (await prompt.conversations.info({ channel })).channel?.is_member ?? false;
      } catch (error) {
        if (isClosed(error) || errorCode(error) === "missing_scope") return false;
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
