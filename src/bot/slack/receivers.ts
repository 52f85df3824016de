// How Slack reaches us: signed requests over HTTP, or Socket Mode; and the pages of an installation.
import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { InputError } from "../../engine/errors.ts";
import { contentHash } from "../../engine/model/hash.ts";
import type { BotConfig } from "./bot-config.ts";
import { createBoltStore } from "./installations.ts";

const EVENTS_PATH = "/slack/events";
const REDIRECT_PATH = "/slack/oauth_redirect";
const SCOPES = ["app_mentions:read", "channels:read", "chat:write", "commands", "groups:read", "users:read"];

export interface Receivers {
  readonly receiver: Receiver;
  /** Finds tokens of many workspaces; undefined with a single one. */
  readonly installer: HTTPReceiver["installer"];
  readonly isSocket: boolean;
  /** True when the request was one of ours. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

function oauthOptions(config: BotConfig) {
  const { clientId, clientSecret, installations, publicUrl } = config;
  if (config.botToken || !clientId || !clientSecret || !installations) return {};
  return {
    clientId,
    clientSecret: clientSecret.reveal(),
    stateSecret: contentHash(["oauth-state", clientSecret.reveal()]),
    scopes: SCOPES,
    installationStore: createBoltStore(installations),
    ...(publicUrl ? { redirectUri: `${publicUrl}${REDIRECT_PATH}` } : {}),
    installerOptions: {
      redirectUriPath: REDIRECT_PATH,
      // Straight to Slack's consent: the page in between would fetch pictures from elsewhere.
      directInstall: true,
      ...(config.authorizationUrl ? { authorizationUrl: config.authorizationUrl } : {}),
      ...(config.slackApiUrl ? { clientOptions: { slackApiUrl: config.slackApiUrl } } : {}),
    },
  };
}

/** Throws InputError when neither a signing secret nor an app token is there. */
export function createReceivers(config: BotConfig, logger: Logger): Receivers {
  const { appToken, signingSecret } = config;
  if (!appToken && !signingSecret) throw new InputError({ code: "no_way_to_slack" });
  const http = new HTTPReceiver({
    signingSecret: signingSecret?.reveal() ?? "",
    // In Socket Mode only the pages of an installation come over HTTP; they need no signature.
    signatureVerification: signingSecret !== undefined,
    endpoints: appToken ? [] : [EVENTS_PATH],
    logger,
    ...oauthOptions(config),
  });
  const paths = [
    ...(appToken ? [] : [EVENTS_PATH]),
    ...(http.installer ? ["/slack/install", REDIRECT_PATH] : []),
  ];
  const receiver = appToken
    ? new SocketModeReceiver({
        appToken: appToken.reveal(),
        logger,
        ...(config.socketPatienceMs === undefined ? {} : { clientPingTimeout: config.socketPatienceMs }),
        ...(config.slackApiUrl
          ? { installerOptions: { clientOptions: { slackApiUrl: config.slackApiUrl } } }
          : {}),
      })
    : http;
  return {
    receiver,
    installer: http.installer,
    isSocket: appToken !== undefined,
    handle(request, response) {
      const path = (request.url ?? "/").split("?")[0] ?? "/";
      const method = path === EVENTS_PATH ? "POST" : "GET";
      if (!paths.includes(path) || request.method !== method) return false;
      http.requestListener(request, response);
      return true;
    },
  };
}
