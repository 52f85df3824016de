// The whole world that Cutover lives in, on this machine: Slack, ConnectWise, two Intercom workspaces and a model.
import type { ConnectWiseOptions, ConnectWiseSandbox } from "./connectwise/options.ts";
import { startConnectWise } from "./connectwise/start-connectwise.ts";
import type { IntercomOptions } from "./intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "./intercom/start-intercom.ts";
import { type OpenAiSandbox, startOpenAi } from "./openai/index.ts";
import type { SlackSandbox } from "./slack/sandbox.ts";
import { type SlackOptions, startSlack } from "./slack/start-slack.ts";
import { makeTenant } from "./tenant/make-tenant.ts";
import { adminsOf } from "./tenant/members.ts";
import type { TenantOptions } from "./tenant/tenant.ts";

export interface SandboxOptions {
  /** The same seed and present make the same tenant. */
  readonly tenant?: Partial<TenantOptions>;
  readonly slack?: SlackOptions;
  readonly connectwise?: Omit<ConnectWiseOptions, "tenant">;
  /** Both workspaces; production starts with two of the four teams, so that people have something to create. */
  readonly intercom?: IntercomOptions;
  readonly productionPort?: number;
  readonly stagingPort?: number;
  readonly openai?: { readonly port?: number };
}

export interface Sandbox {
  readonly slack: SlackSandbox;
  readonly connectwise: ConnectWiseSandbox;
  readonly production: IntercomSandbox;
  readonly staging: IntercomSandbox;
  readonly openai: OpenAiSandbox;
  stop(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const tenant = makeTenant({ seed: 7, now: new Date(), ...options.tenant });
  const admins = adminsOf(tenant);
  const boards = tenant.boards.map((board) => ({ name: board.name }));
  const intercom = { admins, ...options.intercom };
  const [slack, connectwise, production, staging, openai] = await Promise.all([
    startSlack(options.slack),
    startConnectWise({ tenant, ...options.connectwise }),
    startIntercom({
      workspaceId: "brightharbor",
      workspaceName: "Bright Harbor IT",
      token: "sandbox-production-token",
      teams: boards.slice(0, 2),
      ...intercom,
      port: options.productionPort ?? 0,
    }),
    startIntercom({
      workspaceId: "brightharbor_test",
      workspaceName: "Bright Harbor IT [test]",
      token: "sandbox-staging-token",
      teams: boards,
      ...intercom,
      port: options.stagingPort ?? 0,
    }),
    startOpenAi(options.openai),
  ]);
  return {
    slack,
    connectwise,
    production,
    staging,
    openai,
    stop: async () => {
      await Promise.all([slack, connectwise, production, staging, openai].map((part) => part.stop()));
    },
  };
}

/** As small as a desk may be that shows everything: at 166 requests a second a demo must end in two minutes. */
const DEMO_TENANT = { companies: 40, contacts: 300, tickets: 780 };

/** The sandbox that `npm start` opens has addresses that stay; a demo takes free ports. */
export function sandboxOptions(fixedPorts: boolean): SandboxOptions {
  if (!fixedPorts) return { tenant: DEMO_TENANT };
  return {
    slack: { port: 3100 },
    connectwise: { port: 3101 },
    productionPort: 3102,
    stagingPort: 3103,
    openai: { port: 3104 },
  };
}

/** What the one-time page asks for, under the names of its fields. */
export function prefilledForm({ connectwise, production, staging }: Sandbox): Record<string, string> {
  const { company, publicKey, privateKey, clientId } = connectwise.credentials;
  return {
    "source.connectwise.url": connectwise.url,
    "source.connectwise.company": company,
    "source.connectwise.publicKey": publicKey,
    "source.connectwise.privateKey": privateKey,
    "source.connectwise.clientId": clientId,
    "destination.intercom.url": production.url,
    "destination.intercom.token": production.token,
    "staging.intercom.url": staging.url,
    "staging.intercom.token": staging.token,
  };
}
