// Starts a stand-in for an Intercom workspace over HTTP, as strict and as limited as the real one is documented.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { Faults } from "../http/faults.ts";
import { serve } from "../http/serve.ts";
import { findActor } from "./act.ts";
import { defineAdminsAndTeams } from "./admins-and-teams.ts";
import { buildErrorList } from "./api-error.ts";
import { defineCompanies } from "./companies.ts";
import { defineContactCompanies } from "./contact-companies.ts";
import { addSharingUsers, defineContacts } from "./contacts.ts";
import { buildState, defineControl } from "./control.ts";
import { addTwinAttribute, defineConversationAttributes } from "./conversation-attributes.ts";
import { addPart, findConversation } from "./conversation-changes.ts";
import { defineConversationStates } from "./conversation-states.ts";
import { defineConversations } from "./conversations.ts";
import type { RecordedRequest } from "./counters.ts";
import { defineDataAttributes } from "./data-attributes.ts";
import { buildDefine, refuseUnknown } from "./endpoint.ts";
import type { Habits } from "./habits.ts";
import { defineHelpCenter } from "./help-center.ts";
import { adminHtml } from "./html.ts";
import { defineInboxPage } from "./inbox-page/define-inbox-page.ts";
import { defineMessages } from "./messages.ts";
import { assembleSettings, type IntercomOptions } from "./options.ts";
import { defineParticipants } from "./participants.ts";
import type { Utilisation } from "./rate-window.ts";
import type { Admin, Team } from "./records.ts";
import { defineReplies } from "./replies.ts";
import { defineSearch } from "./search.ts";
import { computeStateHash } from "./state-hash.ts";
import { defineTags } from "./tags.ts";
import { Workspace } from "./workspace.ts";

export interface IntercomSandbox {
  /** Base URL, e.g. `http://127.0.0.1:40001`; paths are the real ones (`/contacts`). */
  readonly url: string;
  readonly token: string;
  readonly faults: Faults;
  /** Answers without a socket; `env.outgoing.destroy` is called where a connection would be cut. */
  fetch(request: Request, env: object): Response | Promise<Response>;
  /** Everything it holds, for tests to look at. */
  readonly state: Workspace;
  /** SHA-256 of all that a customer would see; equal before a run and after its rollback. */
  stateHash(): string;
  /** Counts, hash and counters in one value, as `GET /_sandbox/state` answers. */
  summary(): ReturnType<typeof buildState>;
  /** As a person does in Intercom's settings. */
  createTeam(name: string): Team;
  createAdmin(name: string, email: string, seat?: boolean): Admin;
  /** Changes how the workspace behaves besides what it is asked for. */
  setHabits(habits: Partial<Habits>): void;
  /** As the customer's own application may: users of one e-mail, told apart by external ids alone. Answers their ids. */
  addSharingUsers(email: string, externalIds: readonly string[]): readonly string[];
  /** As a person may in the settings: a second active conversation attribute of that name. */
  addTwinAttribute(name: string): void;
  /** As a teammate does in the inbox: a reply after the migration, which no rollback may lose. */
  addAgentReply(
    conversationId: string,
    reply?: { adminId?: string; body?: string; createdAt?: number },
  ): void;
  /** Switches the workspace's bot on or off; see the option of the same name. */
  setAutomations(on: boolean): void;
  /** The customer's other apps use this share (0 to 1) of the workspace's quota from now on. */
  addOtherAppTraffic(share: number): void;
  /** Something else uses `n` requests of this app's running window. */
  consume(n: number): void;
  readonly requests: number;
  /** Requests by method and route, e.g. `POST /conversations/:id/reply`. */
  readonly byRoute: Readonly<Record<string, number>>;
  readonly rateLimited: number;
  readonly throttled: number;
  readonly notificationsSent: number;
  /** Empty unless `recordRequests` is set. */
  readonly recorded: readonly RecordedRequest[];
  windowUtilisation(): Utilisation;
  /** Rejects, once it is down, when a customer was notified and the option `mayNotify` doesn't allow it. */
  stop(): Promise<void>;
}

function buildApp(workspace: Workspace, faults: Faults): Hono {
  const app = new Hono();
  defineControl(app, workspace, faults);
  defineInboxPage(app, workspace);
  app.use("*", faults.middleware() as never);
  const define = buildDefine(app, workspace);
  // Fixed paths before those with an id in the same place.
  defineConversationAttributes(define, workspace);
  defineSearch(define, workspace);
  defineConversations(define, workspace);
  defineReplies(define, workspace);
  defineParticipants(define, workspace);
  defineConversationStates(define, workspace);
  defineContacts(define, workspace);
  defineContactCompanies(define, workspace);
  defineCompanies(define, workspace);
  defineDataAttributes(define, workspace);
  defineAdminsAndTeams(define, workspace);
  defineHelpCenter(define, workspace);
  defineTags(define, workspace);
  defineMessages(define, workspace);
  app.onError((error, c) => c.json(buildErrorList(randomUUID(), "server_error", String(error)), 500));
  refuseUnknown(app, workspace);
  return app;
}

/** Listens on 127.0.0.1. Rejects when the port is taken. */
export async function startIntercom(options: IntercomOptions = {}): Promise<IntercomSandbox> {
  const workspace = new Workspace(assembleSettings(options));
  const faults = options.faults ?? new Faults();
  const app = buildApp(workspace, faults);
  const served = await serve(app, options.port);
  workspace.url = served.url;
  const { counters, rate } = workspace;
  return {
    url: served.url,
    token: workspace.settings.token,
    faults,
    fetch: (request, env) => app.fetch(request, env),
    state: workspace,
    stateHash: () => computeStateHash(workspace),
    summary: () => buildState(workspace),
    createTeam: (name) => workspace.createTeam(name),
    createAdmin: (name, email, seat) =>
      workspace.createAdmin({ name, email, ...(seat === undefined ? {} : { seat }) }),
    setHabits: (habits) => {
      workspace.habits = { ...workspace.habits, ...habits };
    },
    addSharingUsers: (email, externalIds) => addSharingUsers(workspace, email, externalIds),
    addTwinAttribute: (name) => addTwinAttribute(workspace, name),
    addAgentReply: (conversationId, reply = {}) => {
      const conversation = findConversation(workspace, conversationId);
      const [first = ""] = workspace.admins.keys();
      addPart(workspace, conversation, {
        part_type: "comment",
        body: adminHtml(reply.body ?? "A reply written by a person in the inbox."),
        created_at: reply.createdAt ?? workspace.now(),
        author: findActor(workspace, reply.adminId ?? first),
      });
    },
    setAutomations: (on) => {
      workspace.automations = on;
    },
    addOtherAppTraffic: (share) => rate.addOtherAppTraffic(share, workspace.nowMs()),
    consume: (n) => rate.consume(n, workspace.nowMs()),
    get requests() {
      return counters.requests;
    },
    get byRoute() {
      return counters.byRoute;
    },
    get rateLimited() {
      return counters.rateLimited;
    },
    get throttled() {
      return counters.throttled;
    },
    get notificationsSent() {
      return counters.notificationsSent;
    },
    get recorded() {
      return counters.recorded;
    },
    windowUtilisation: () => rate.utilisation(),
    stop: async () => {
      await served.close();
      const { notificationsSent } = counters;
      if (notificationsSent > 0 && !workspace.settings.mayNotify)
        throw new Error(`Customers were notified ${notificationsSent} times: a migration must be silent.`);
    },
  };
}
