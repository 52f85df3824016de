// Reads records of a workspace as observed states.
import type { AttributeModel } from "../../../model/desired.ts";
import type { ObservedCompany, ObservedContact, ObservedConversation } from "../../../model/observed.ts";
import type { IntercomClient } from "../api/client.ts";
import {
  type CompanyAnswer,
  type ContactAnswer,
  type ConversationAnswer,
  companyLookupSchema,
  companySchema,
  contactCompaniesSchema,
  contactSchema,
  contactSearchSchema,
  conversationSchema,
  conversationSearchSchema,
} from "../api/schema.ts";
import type { Definitions } from "./definitions.ts";
import { observeCompany, observeContact, observeConversation } from "./observe.ts";
import type { ReadLag } from "./read-lag.ts";

export interface Reads {
  company(id: string, signal?: AbortSignal): Promise<ObservedCompany | null>;
  /** With its raw times; null also when no contact is attached: such a company is invisible. */
  companyByCompanyId(
    companyId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly observed: ObservedCompany; readonly answer: CompanyAnswer } | null>;
  contact(id: string, signal?: AbortSignal): Promise<FoundContact | null>;
  /** By search, which lags: null proves nothing. */
  contactByExternalId(externalId: string, signal?: AbortSignal): Promise<FoundContact | null>;
  usersByEmail(emails: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Users that are not archived; by search, too. */
  contactsByEmail(email: string, signal?: AbortSignal): Promise<readonly FoundContact[]>;
  /** Null when it was missing again and again: a new one is for some seconds. */
  conversation(id: string, signal?: AbortSignal): Promise<ObservedConversation | null>;
  observe(answer: ConversationAnswer, signal?: AbortSignal): Promise<ObservedConversation>;
  /** A contact's conversations, parts left out; `around` narrows to two days either side of a time (unix seconds). */
  searchConversations(
    contactId: string,
    options: { readonly around?: number; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<readonly ConversationAnswer[]>;
}

export interface FoundContact {
  readonly observed: ObservedContact;
  readonly answer: ContactAnswer;
}

const at = (resource: string, id: string) => `/${resource}/${encodeURIComponent(id)}`;
const namesOf = (values: Readonly<Record<string, unknown>> | null | undefined) => Object.keys(values ?? {});
/** Wide enough for a search that rounds times to days. */
const TWO_DAYS = 2 * 86_400;
const PAGE = 150;
const COMPANIES_PAGE = 60;
/** Of one group in a search [S]. */
const FILTERS = 15;

export function createReads(client: IntercomClient, definitions: Definitions, lag: ReadLag): Reads {
  const types = (
    model: AttributeModel,
    values: Readonly<Record<string, unknown>> | null | undefined,
    signal?: AbortSignal,
  ) => definitions.typesOf(model, namesOf(values), signal);

  async function observeFoundContact(answer: ContactAnswer, signal?: AbortSignal): Promise<FoundContact> {
    const shown = (answer.companies?.data ?? []).map((company) => company.id);
    const companyIds = answer.companies?.has_more ? await companiesOf(answer.id, signal) : shown;
    const known = await types("contact", answer.custom_attributes, signal);
    return { observed: observeContact(answer, known, companyIds), answer };
  }

  async function companiesOf(contactId: string, signal?: AbortSignal): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const query = { page: String(page), per_page: String(COMPANIES_PAGE) };
      const path = `${at("contacts", contactId)}/companies`;
      const answer = await client.read({ method: "GET", path, query }, contactCompaniesSchema, signal);
      ids.push(...answer.data.map((company) => company.id));
      if (!answer.pages?.next) return ids;
    }
  }

  async function observeFoundCompany(answer: CompanyAnswer, signal?: AbortSignal) {
    return observeCompany(answer, await types("company", answer.custom_attributes, signal));
  }

  const observe = async (answer: ConversationAnswer, signal?: AbortSignal) =>
    observeConversation(answer, await types("conversation", answer.custom_attributes, signal));

  return {
    observe,
    async company(id, signal) {
      const answer = await client.readOrNull(
        { method: "GET", path: at("companies", id) },
        companySchema,
        signal,
      );
      return answer && observeFoundCompany(answer, signal);
    },
    async companyByCompanyId(companyId, signal) {
      const request = { method: "GET", path: "/companies", query: { company_id: companyId } } as const;
      const answer = await client.readOrNull(request, companyLookupSchema, signal);
      return answer && { observed: await observeFoundCompany(answer, signal), answer };
    },
    async contact(id, signal) {
      const answer = await client.readOrNull(
        { method: "GET", path: at("contacts", id) },
        contactSchema,
        signal,
      );
      return answer && observeFoundContact(answer, signal);
    },
    async contactByExternalId(externalId, signal) {
      const body = { query: { field: "external_id", operator: "=", value: externalId } };
      const request = { method: "POST", path: "/contacts/search", body } as const;
      const [first] = (await client.read(request, contactSearchSchema, signal)).data;
      return first ? observeFoundContact(first, signal) : null;
    },
    async usersByEmail(emails, signal) {
      const users = new Map<string, number>();
      for (let at = 0; at < emails.length; at += FILTERS) {
        const value = emails
          .slice(at, at + FILTERS)
          .map((email) => ({ field: "email", operator: "=", value: email }));
        const body = { query: { operator: "OR", value }, pagination: { per_page: PAGE } };
        const request = { method: "POST", path: "/contacts/search", body } as const;
        for (const { role, email } of (await client.read(request, contactSearchSchema, signal)).data) {
          const key = email?.toLowerCase();
          if (role === "user" && key) users.set(key, (users.get(key) ?? 0) + 1);
        }
      }
      return users;
    },
    async contactsByEmail(email, signal) {
      const value = [
        { field: "email", operator: "=", value: email },
        { field: "role", operator: "=", value: "user" },
      ];
      const body = { query: { operator: "AND", value } };
      const request = { method: "POST", path: "/contacts/search", body } as const;
      const { data } = await client.read(request, contactSearchSchema, signal);
      return Promise.all(data.map((answer) => observeFoundContact(answer, signal)));
    },
    async conversation(id, signal) {
      const request = { method: "GET", path: at("conversations", id) } as const;
      const read = () => client.readOrNull(request, conversationSchema, signal);
      const answer = await lag.readUntilBelieved(id, read, signal);
      return answer && observe(answer, signal);
    },
    async searchConversations(contactId, { around, limit }, signal) {
      const filters = [
        { field: "contact_ids", operator: "=", value: contactId },
        ...(around === undefined
          ? []
          : [
              { field: "created_at", operator: ">", value: around - TWO_DAYS },
              { field: "created_at", operator: "<", value: around + TWO_DAYS },
            ]),
      ];
      const found: ConversationAnswer[] = [];
      let after: string | undefined;
      do {
        const pagination = { per_page: PAGE, ...(after === undefined ? {} : { starting_after: after }) };
        const body = { query: { operator: "AND", value: filters }, pagination };
        const request = { method: "POST", path: "/conversations/search", body } as const;
        const answer = await client.read(request, conversationSearchSchema, signal);
        found.push(...answer.conversations);
        after = answer.pages?.next?.starting_after;
      } while (after !== undefined && found.length < limit);
      return found.slice(0, limit);
    },
  };
}
