// Where a link in an article leads: another article in the Help Center, a conversation in the teammates' inbox.
import { z } from "zod";
import type { ArticleLink } from "../../model/action.ts";
import type { IntercomClient } from "./client.ts";
import { meSchema } from "./schema.ts";

const collections = z.object({ data: z.array(z.object({ url: z.string().nullish() })) });

const APPS: Readonly<Record<string, string>> = {
  EU: "https://app.eu.intercom.com",
  AU: "https://app.au.intercom.com",
};

/**
 * A draft has no public address yet, and its collection's tells where it will be: `…/collections/5` → `…/articles/7`.
 * Without any collection the link leads to the teammates' editor.
 */
export function createAddresses(client: IntercomClient) {
  let found: Promise<(link: ArticleLink) => string> | undefined;

  async function find(signal?: AbortSignal): Promise<(link: ArticleLink) => string> {
    const { app } = await client.read({ method: "GET", path: "/me" }, meSchema, signal);
    const desk = `${APPS[app.region ?? ""] ?? "https://app.intercom.com"}/a`;
    const query = { page: "1", per_page: "1" };
    const request = { method: "GET", path: "/help_center/collections", query } as const;
    const [first] = (await client.read(request, collections, signal)).data;
    const site = /^(https?:\/\/[^"<>\s]*)\/collections\//.exec(first?.url ?? "")?.[1];
    return ({ kind, id }) => {
      if (kind === "conversation") return `${desk}/inbox/${app.id_code}/inbox/conversation/${id}`;
      return site === undefined
        ? `${desk}/apps/${app.id_code}/articles/articles/${id}/show`
        : `${site}/articles/${id}`;
    };
  }

  return {
    async fill(body: string, links: readonly ArticleLink[], signal?: AbortSignal): Promise<string> {
      if (links.length === 0) return body;
      found ??= find(signal).catch((error: unknown) => {
        found = undefined;
        throw error;
      });
      const addressOf = await found;
      const byHref = new Map(links.map((link) => [link.href, addressOf(link)]));
      return body.replace(/href="(cutover:[^"]*)"/g, (all, href: string) => {
        const address = byHref.get(href);
        return address === undefined ? all : `href="${address}"`;
      });
    },
  };
}
