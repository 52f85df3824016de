// What every destination can do: read what is there, make exactly one write, and say what became of a lost one.
import type { Action, ActionOutcome, Settlement } from "../model/action.ts";
import type { AttributeDefinition } from "../model/desired.ts";
import type {
  Admin,
  ObservedArticle,
  ObservedCollection,
  ObservedCompany,
  ObservedContact,
  ObservedConversation,
  Team,
  Workspace,
} from "../model/observed.ts";

export interface ExistingAttribute extends AttributeDefinition {
  readonly id: string;
  readonly archived: boolean;
  readonly custom: boolean;
}

/** What an answer says besides its body. */
export interface DestinationLook {
  /** By our clock. */
  readonly askedAt: Date;
  /** By theirs, to the second. */
  readonly serverTime?: Date;
  /** Of the API: what answered, and what was asked for. */
  readonly version?: string;
  readonly wanted: string;
  /** Requests of the window under way. */
  readonly quota?: { readonly limit: number; readonly remaining: number };
}

/** All methods throw CutoverErrors. `write` makes one request and repeats nothing: a lost answer is a SettleError. */
export interface Destination {
  identify(): Promise<Workspace>;
  look(signal?: AbortSignal): Promise<DestinationLook>;
  /** How many users bear each e-mail (lower case); those that nobody bears are left out. By search, which lags. */
  countUsersByEmail(emails: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  fetchAdmins(): Promise<readonly Admin[]>;
  fetchTeams(): Promise<readonly Team[]>;
  /** Custom attributes of contacts, companies and conversations, archived ones included where the API tells. */
  fetchAttributes(): Promise<readonly ExistingAttribute[]>;
  write(action: Action, signal?: AbortSignal): Promise<ActionOutcome>;
  /**
   * Reads only. `taken` holds destination ids that other writes of the journal stand for (the record's other
   * parts): they can't be the lost one, however alike.
   */
  settle(
    action: Action,
    sentAt: Date,
    signal?: AbortSignal,
    taken?: ReadonlySet<string>,
  ): Promise<Settlement>;
  /** Null when it does not exist (any more). */
  fetchCompany(id: string): Promise<ObservedCompany | null>;
  fetchContact(id: string): Promise<ObservedContact | null>;
  fetchConversation(id: string): Promise<ObservedConversation | null>;
  fetchCollection(id: string): Promise<ObservedCollection | null>;
  fetchArticle(id: string): Promise<ObservedArticle | null>;
  /** Ids of the collections that hold an article or another collection. */
  fetchUsedCollections(signal?: AbortSignal): Promise<ReadonlySet<string>>;
  /** Ids of the conversations that hang on a contact; at most `limit` of them. */
  fetchConversationIds(contactId: string, limit: number): Promise<readonly string[]>;
  close(): Promise<void>;
}
