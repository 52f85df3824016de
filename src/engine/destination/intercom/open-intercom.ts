// An Intercom workspace as a destination: one request a write, nothing repeated, everything paced.
import type { BlobReader } from "../../blobs/port.ts";
import { createJsonClient, type JsonClient } from "../../http/json-client.ts";
import type { Action, ActionOutcome } from "../../model/action.ts";
import type { Governor } from "../../pace/governor.ts";
import type { Destination } from "../port.ts";
import { createIntercomClient, INTERCOM_VERSION } from "./api/client.ts";
import {
  assembleAttachCompany,
  assembleContactPost,
  assembleDeleteCompany,
  assembleDeleteContact,
  assembleDetachCompany,
} from "./api/record-requests.ts";
import { adminsSchema, anything, meSchema, teamsSchema } from "./api/schema.ts";
import { createHelpCenter } from "./help-center.ts";
import { createDefinitions } from "./reads/definitions.ts";
import { readLook } from "./reads/look.ts";
import { observeAdmin } from "./reads/observe-admin.ts";
import { ReadLag } from "./reads/read-lag.ts";
import { createReads } from "./reads/reads.ts";
import { settleAction } from "./settle/settle.ts";
import type { LagOptions } from "./settle/settle-conversation.ts";
import { SearchLag } from "./settle/settle-lag.ts";
import { fetchVisible } from "./settle/settle-witnesses.ts";
import { TakenIds } from "./settle/taken-ids.ts";
import { sendTextAsHtml } from "./writes/send-as-html.ts";
import { createFileReplies } from "./writes/upload-files.ts";
import {
  changeConversation,
  createConversation,
  createConversationDeleter,
} from "./writes/write-conversations.ts";
import { writeDefinition } from "./writes/write-definitions.ts";
import { createContact, updateContact, upsertCompany, type WriteTools } from "./writes/write-records.ts";

export interface IntercomOptions {
  /** `https://api.intercom.io`, or that of another region. */
  readonly url: string;
  readonly token: string;
  /** The budget of this token's app; shared with everybody who uses it. */
  readonly governor: Governor;
  /** Milliseconds that a new conversation may be missing in search at most; users report minutes. Default 300,000. */
  readonly searchLagMs?: number;
  /** The same of a new conversation that is read by its id: 6 s when absent (Intercom's own tests wait 5), and no longer than `searchLagMs`. */
  readonly readLagMs?: number;
  readonly now?: () => Date;
  /** Milliseconds; rejects with the signal's reason when it aborts. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly http?: JsonClient;
  /** How a contact's plain text has to be sent, so that the workspace keeps it; as text when absent. */
  readonly plainText?: "text" | "html";
  /** Where the files of messages are; without it a message with files is refused. */
  readonly blobs?: BlobReader;
}

type AddPart = Extract<Action, { readonly kind: "add-part" }>;

const DEFAULT_SEARCH_LAG_MS = 300_000;
const DEFAULT_READ_LAG_MS = 6_000;

/** `close` ends its connections; the governor is its owner's to close. */
export function openIntercom(options: IntercomOptions): Destination {
  const now = options.now ?? (() => new Date());
  const searchLagMs = options.searchLagMs ?? DEFAULT_SEARCH_LAG_MS;
  const readLagMs = options.readLagMs ?? Math.min(DEFAULT_READ_LAG_MS, searchLagMs);
  const http = options.http ?? createJsonClient({ vendor: "Intercom" });
  const { url, token, governor } = options;
  const client = createIntercomClient({ url, token, governor, http, now });
  const definitions = createDefinitions(client);
  const reads = createReads(client, definitions, new ReadLag(readLagMs, options.sleep));
  const tools: WriteTools = { client, definitions, reads, now };
  const deleteConversation = createConversationDeleter(client);
  const help = createHelpCenter(client);
  const writer = options.plainText === "html" ? sendTextAsHtml(client) : client;
  const replyWithFiles = createFileReplies(writer, options.blobs, now);
  const known = new TakenIds();
  const learned = new SearchLag();
  const lag: LagOptions = {
    ...{ searchLagMs, readLagMs, now, learned },
    fetchVisible: (ids, signal) => fetchVisible(client, ids, signal),
  };

  /** Deleting and detaching what is gone already is done. */
  async function remove(
    request: Parameters<typeof client.writeOr>[0],
    id: string,
    signal?: AbortSignal,
  ): Promise<ActionOutcome> {
    await client.writeOr(request, anything, [404, 410], signal);
    return { destinationId: id, created: false };
  }

  async function linked(action: AddPart, signal?: AbortSignal): Promise<AddPart> {
    return action.links ? { ...action, body: await help.fill(action.body, action.links, signal) } : action;
  }

  async function write(action: Action, signal?: AbortSignal): Promise<ActionOutcome> {
    switch (action.kind) {
      case "upsert-company":
        return upsertCompany(tools, action, signal);
      case "create-contact":
        return createContact(tools, action, signal);
      case "update-contact":
        return updateContact(tools, action, signal);
      case "attach-company": {
        const answer = await client.write(assembleAttachCompany(action), anything, signal);
        const { requestId } = answer;
        return { destinationId: action.companyId, created: true, ...(requestId ? { requestId } : {}) };
      }
      case "create-conversation": {
        const outcome = await createConversation(writer, action, signal);
        known.add(outcome.destinationId);
        learned.wrote(outcome.destinationId, now().getTime());
        return outcome;
      }
      case "add-part":
        if (action.attachments?.length) return replyWithFiles(action, signal);
        return changeConversation(writer, await linked(action, signal), now, signal);
      case "update-conversation":
      case "assign-team":
      case "assign-admin":
      case "set-state":
        return changeConversation(client, action, now, signal);
      case "create-attribute":
      case "archive-attribute":
      case "add-attribute-option":
      case "remove-attribute-option":
        return writeDefinition(tools, action, signal);
      case "unarchive-contact":
        return remove(assembleContactPost(action.contactId, "unarchive"), action.contactId, signal);
      case "archive-contact":
        return remove(assembleContactPost(action.contactId, "archive"), action.contactId, signal);
      case "delete-contact":
        return remove(assembleDeleteContact(action.contactId), action.contactId, signal);
      case "delete-company":
        return remove(assembleDeleteCompany(action.companyId), action.companyId, signal);
      case "detach-company":
        return remove(assembleDetachCompany(action), action.companyId, signal);
      case "create-collection":
      case "update-collection":
      case "create-article":
      case "update-article":
      case "delete-collection":
      case "delete-article":
        return help.write(action, signal);
      case "delete-conversation":
        return deleteConversation(action.conversationId, signal);
    }
  }

  return {
    write,
    settle: (action, sentAt, signal, taken) =>
      settleAction({ reads, definitions, help, lag, known }, action, sentAt, signal, taken),
    async identify() {
      const me = await client.read({ method: "GET", path: "/me" }, meSchema);
      const region = me.app.region ? { region: me.app.region } : {};
      return { id: me.app.id_code, name: me.app.name ?? me.app.id_code, adminId: me.id, ...region };
    },
    async look(signal) {
      const askedAt = now();
      return readLook(
        await client.headers({ method: "GET", path: "/me" }, signal),
        INTERCOM_VERSION,
        askedAt,
      );
    },
    countUsersByEmail: (emails, signal) => reads.usersByEmail(emails, signal),
    async fetchAdmins() {
      const { admins } = await client.read({ method: "GET", path: "/admins" }, adminsSchema);
      return admins.map(observeAdmin);
    },
    async fetchTeams() {
      return (await client.read({ method: "GET", path: "/teams" }, teamsSchema)).teams;
    },
    fetchAttributes: () => definitions.fetchAll(),
    fetchCompany: (id) => reads.company(id),
    fetchContact: async (id) => (await reads.contact(id))?.observed ?? null,
    fetchConversation: (id) => reads.conversation(id),
    fetchCollection: (id) => help.collection(id),
    fetchArticle: (id) => help.article(id),
    fetchUsedCollections: (signal) => help.usedCollections(signal),
    async fetchConversationIds(contactId, limit) {
      return (await reads.searchConversations(contactId, { limit })).map((one) => one.id);
    },
    close: () => http.close(),
  };
}
