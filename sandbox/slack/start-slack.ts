// Starts the Slack stand-in: Web API, Socket Mode, deliveries, and a page to chat in.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { Faults } from "../http/faults.ts";
import { Acting } from "./acting/acting.ts";
import type { ActingParts } from "./acting/acting-parts.ts";
import { visibleTo } from "./acting/find-element.ts";
import { Delivery } from "./delivery/deliver.ts";
import { oauthRoutes } from "./delivery/oauth-page.ts";
import { responseUrlRoutes } from "./delivery/response-url.ts";
import { SocketHub } from "./delivery/socket-hub.ts";
import { fileRoutes } from "./file-routes.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { pageRoutes } from "./page-routes.ts";
import { channelIdChanged, eventEnvelope } from "./payloads/events.ts";
import { defaultUsers } from "./people.ts";
import { type RateOptions, Rates } from "./rates.ts";
import type { SlackSandbox } from "./sandbox.ts";
import { serveSlack, socketRoute } from "./serve-slack.ts";
import type { Channel, SlackUser, Violation } from "./types.ts";
import { waitForMessage, waitUntil } from "./wait-for-message.ts";
import { Grants } from "./web-api/auth.ts";
import { CallLog } from "./web-api/call-log.ts";
import { webApiRoutes } from "./web-api/routes.ts";
import { createWorkspace, moveChannel, signalChange } from "./workspace.ts";

export interface SlackOptions {
  readonly port?: number;
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Where events, commands and interactions go; can be set later. */
  readonly requestUrl?: string;
  /** Milliseconds; timestamps, triggers and rates follow it, signatures follow the real clock. */
  readonly now?: () => number;
  readonly faults?: Faults;
  readonly slashCommand?: string;
  /** Instead of Dana, Alex and Sam. */
  readonly users?: readonly SlackUser[];
  /** `false` disables the rate limits. */
  readonly rates?: RateOptions | false;
  /** What the app asks for; its own manifest unless told. */
  readonly manifest?: Manifest;
  /** Which events the app is subscribed to, instead of the manifest's; add `message` for every message. */
  readonly events?: readonly string[];
  readonly ackTimeoutMs?: number;
  readonly retryDelaysMs?: readonly number[];
}

/** A guard against hanging, and no measure: machines differ. */
const PATIENCE_MS = 120_000;

/** Port 0, the default, takes a free one. */
export async function startSlack(options: SlackOptions = {}): Promise<SlackSandbox> {
  const signingSecret = options.signingSecret ?? "sandbox-signing-secret";
  const botToken = options.botToken ?? "xoxb-sandbox-home";
  const appToken = options.appToken ?? "xapp-sandbox";
  const clientId = options.clientId ?? "sandbox-client";
  const clientSecret = options.clientSecret ?? "sandbox-client-secret";
  const manifest = options.manifest ?? readManifest();
  const now = options.now ?? Date.now;
  const faults = options.faults ?? new Faults();
  const workspace = createWorkspace(options.users ?? Object.values(defaultUsers), botToken, now);
  const hub = new SocketHub(workspace.appId);
  const delivery = new Delivery(
    hub,
    {
      signingSecret,
      ackTimeoutMs: options.ackTimeoutMs ?? 3000,
      retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    },
    () => signalChange(workspace),
  );
  delivery.requestUrl = options.requestUrl;
  const rates = new Rates(now, options.rates);
  const calls = new CallLog();
  const violations: Violation[] = [];
  const grants = new Grants();
  let baseUrl = "";
  const url = () => baseUrl;
  const acting: ActingParts = {
    workspace,
    delivery,
    url,
    violations,
    events: new Set(options.events ?? manifest.events),
    slashCommand: options.slashCommand ?? "/cutover",
    messageState: new Map(),
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(faults.middleware());
  const config = { appToken, clientId, clientSecret };
  app.route("/api", webApiRoutes({ workspace, config, grants, rates, calls, violations, manifest, url }));
  app.route("/response", responseUrlRoutes(workspace, violations));
  app.route("/oauth/v2", oauthRoutes(workspace, grants, clientId));
  app.get(
    "/link",
    socketRoute((socket) => hub.accept(socket)),
  );
  app.route("/", fileRoutes(workspace));
  app.route("/", pageRoutes(acting));

  const served = await serveSlack(app, options.port ?? 0);
  baseUrl = served.url;

  const as = (userId: string, fromTeam?: string): Acting => {
    const user = workspace.users.get(userId);
    if (!user) throw new Error(`nobody here is ${userId}`);
    return new Acting(acting, fromTeam ? { ...user, teamId: fromTeam } : user);
  };
  const [channel] = [...workspace.channels.values()] as [Channel];

  return {
    url: baseUrl,
    apiUrl: `${baseUrl}/api/`,
    pageUrl: `${baseUrl}/`,
    signingSecret,
    botToken,
    appToken,
    clientId,
    clientSecret,
    team: workspace.home,
    users: { ...defaultUsers, bot: workspace.bot },
    channel,
    faults,
    calls,
    violations,
    deliveries: delivery.log,
    setRequestUrl: (requestUrl) => {
      delivery.requestUrl = requestUrl;
    },
    verifyRequestUrl: () => {
      const id = workspace.ids.next("Ev");
      const challenge = `challenge-${id}`;
      return delivery
        .deliver({
          kind: "events_api",
          id,
          payload: { type: "url_verification", token: "unused", challenge },
        })
        .then(({ body }) => body === challenge || (body as { challenge?: string })?.challenge === challenge);
    },
    as,
    messages: (forUser) => (forUser ? visibleTo(workspace, forUser) : [...workspace.messages]),
    views: (forUser) =>
      [...workspace.views.values()].filter((view) => forUser === undefined || view.user === forUser),
    files: () => [...workspace.files.values()],
    pings: () => workspace.messages.filter((m) => m.botId && pingsEverybody(m)),
    waitForMessage: (fits, timeoutMs = PATIENCE_MS) => waitForMessage(workspace, fits, timeoutMs),
    waitUntil: (holds, timeoutMs = PATIENCE_MS) => waitUntil(workspace, holds, timeoutMs),
    addChannel: (name, members, kind = {}) => {
      const added: Channel = {
        id: workspace.ids.next("C"),
        name,
        isIm: false,
        isExtShared: true,
        ...(kind.isPrivate ? { isPrivate: true } : {}),
        members: new Set(members ?? [...workspace.users.keys()].filter((id) => id !== workspace.bot.id)),
      };
      workspace.channels.set(added.id, added);
      signalChange(workspace);
      return added;
    },
    shareChannel: async (id) => {
      const newId = moveChannel(workspace, id);
      if (acting.events.has("channel_id_changed"))
        await delivery.deliver(eventEnvelope(workspace, channelIdChanged(workspace, id, newId)));
      return newId;
    },
    redeliver: (id) => delivery.redeliver(id),
    uninstall: async (teamId = workspace.home.id) => {
      for (const [token, team] of workspace.tokens) if (team === teamId) workspace.tokens.delete(token);
      const revoked = { type: "tokens_revoked", tokens: { oauth: [], bot: [workspace.bot.id] } };
      await delivery.deliver(eventEnvelope(workspace, revoked, teamId));
      await delivery.deliver(eventEnvelope(workspace, { type: "app_uninstalled" }, teamId));
    },
    disconnectSockets: (how) => hub.disconnect(how),
    counters: () => ({
      sockets: hub.connected,
      deliveries: delivery.log.length,
      unacked: delivery.log.filter((d) => !d.acked).length,
      rateLimited: rates.refused,
      calls: calls.all.length,
    }),
    stop: async () => {
      delivery.stop();
      await served.close();
    },
  };
}

/** Whether a message of the app would notify everybody: what a ticket's text must never do. */
function pingsEverybody(message: { text: string; blocks: unknown }): boolean {
  const all = `${message.text} ${JSON.stringify(message.blocks)}`;
  return /<!(channel|here|everyone)/.test(all) || all.includes('"type":"broadcast"');
}
