// Where a link that we write leads: to an article in the Help Center, or to a conversation in the teammates' inbox.
import { z } from "zod";
import type { RecordLink } from "../../../model/action.ts";
import type { IntercomClient } from "../api/client.ts";
import { meSchema } from "../api/schema.ts";

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
  const findDesk = once(async (signal?: AbortSignal) => {
    const { app } = await client.read({ method: "GET", path: "/me" }, meSchema, signal);
    return { url: `${APPS[app.region ?? ""] ?? "https://app.intercom.com"}/a`, app: app.id_code };
  });

  /** Asked for where an article is to be linked: a token for conversations alone may not read the Help Center. */
  const findSite = once(async (signal?: AbortSignal) => {
    const query = { page: "1", per_page: "1" };
    const request = { method: "GET", path: "/help_center/collections", query } as const;
    const [first] = (await client.read(request, collections, signal)).data;
    return /^(https?:\/\/[^"<>\s]*)\/collections\//.exec(first?.url ?? "")?.[1];
  });

  async function addressOf({ kind, id }: RecordLink, signal?: AbortSignal): Promise<string> {
    const { url, app } = await findDesk(signal);
    if (kind === "conversation") return `${url}/inbox/${app}/inbox/conversation/${id}`;
    const site = await findSite(signal);
    return site === undefined ? `${url}/apps/${app}/articles/articles/${id}/show` : `${site}/articles/${id}`;
  }

  return {
    async fill(body: string, links: readonly RecordLink[], signal?: AbortSignal): Promise<string> {
      const byHref = new Map<string, string>();
      for (const link of links) byHref.set(link.href, await addressOf(link, signal));
      return body.replace(/href="(cutover:[^"]*)"/g, (all, href: string) => {
        const address = byHref.get(href);
        return address === undefined ? all : `href="${address}"`;
      });
    },
  };
}

/** Asks until there is an answer, then never again. */
function once<T>(find: (signal?: AbortSignal) => Promise<T>): (signal?: AbortSignal) => Promise<T> {
  let found: Promise<T> | undefined;
  return (signal) => {
    found ??= find(signal).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}
