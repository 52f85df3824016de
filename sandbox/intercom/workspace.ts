// One workspace in memory, indexed so that every write is found by id, e-mail or external id without a scan.
import { Counters } from "./counters.ts";
import type { Habits } from "./habits.ts";
import type { AdminSeed, Settings } from "./options.ts";
import { RateWindow } from "./rate-window.ts";
import type {
  Admin,
  Article,
  Collection,
  Company,
  Contact,
  Conversation,
  ConversationAttribute,
  DataAttribute,
  Tag,
  Team,
} from "./records.ts";

export class Workspace {
  readonly settings: Settings;
  readonly counters = new Counters();
  readonly rate: RateWindow;
  readonly admins = new Map<string, Admin>();
  readonly teams = new Map<string, Team>();
  readonly contacts = new Map<string, Contact>();
  /** Users only (leads aren't unique), archived ones too; lower case. Several by other ways than this API. */
  readonly usersByEmail = new Map<string, Set<string>>();
  readonly contactByExternalId = new Map<string, string>();
  /** Merged contact id → the id that it went into. */
  readonly merged = new Map<string, string>();
  readonly companies = new Map<string, Company>();
  readonly companyByCompanyId = new Map<string, string>();
  readonly conversations = new Map<string, Conversation>();
  readonly conversationsByContact = new Map<string, Set<string>>();
  readonly deletedConversations: { id: string; metrics_retained: boolean; deleted_at: number }[] = [];
  readonly conversationAttributes = new Map<number, ConversationAttribute>();
  /** Active attributes only. */
  readonly conversationAttributeByName = new Map<string, ConversationAttribute>();
  readonly dataAttributes = new Map<number, DataAttribute>();
  readonly dataAttributeByName = new Map<string, DataAttribute>();
  readonly articles = new Map<string, Article>();
  readonly collections = new Map<string, Collection>();
  readonly tags = new Map<string, Tag>();
  automations: boolean;
  habits: Habits;
  /** Where the stand-in listens; known once it does. */
  url = "";
  #next = {
    object: 0,
    conversation: 0,
    part: 0,
    message: 403_918_000,
    small: 100,
    team: 5_017_000,
    admin: 9_100,
  };

  constructor(settings: Settings) {
    this.settings = settings;
    this.automations = settings.automations;
    this.habits = settings.habits;
    this.rate = new RateWindow(settings.ratePerWindow, settings.workspaceRatePerWindow, settings.windowMs);
    for (const admin of settings.admins) this.createAdmin(admin);
    for (const { id, name } of settings.teams) this.createTeam(name, id);
  }

  nowMs(): number {
    return this.settings.now();
  }

  /** Unix seconds. */
  now(): number {
    return Math.floor(this.settings.now() / 1000);
  }

  /** Contacts and companies: 24 hexadecimal digits. */
  newObjectId(): string {
    this.#next.object += 1;
    return `6a5f00c0${this.#next.object.toString(16).padStart(16, "0")}`;
  }

  newConversationId(): string {
    this.#next.conversation += 1;
    return String(this.#next.conversation);
  }

  newPartId(): string {
    this.#next.part += 1;
    return String(this.#next.part);
  }

  newMessageId(): string {
    this.#next.message += 1;
    return String(this.#next.message);
  }

  /** Attributes, articles, collections and tags. */
  newSmallId(): number {
    this.#next.small += 1;
    return this.#next.small;
  }

  /** As a person does in the settings: no API call creates an admin. */
  createAdmin({ id, name, email, seat = true }: AdminSeed): Admin {
    this.#next.admin += 1;
    const admin = { id: id ?? String(this.#next.admin), name, email, has_inbox_seat: seat };
    this.admins.set(admin.id, admin);
    return admin;
  }

  /** As a person does in the settings: no API call creates a team. */
  createTeam(name: string, id?: string): Team {
    this.#next.team += 1;
    const team = { id: id ?? String(this.#next.team), name };
    this.teams.set(team.id, team);
    return team;
  }

  removeConversation(conversation: Conversation, metricsRetained: boolean): void {
    this.conversations.delete(conversation.id);
    const ofContact = this.conversationsByContact.get(conversation.contactId);
    ofContact?.delete(conversation.id);
    if (ofContact?.size === 0) this.conversationsByContact.delete(conversation.contactId);
    this.deletedConversations.push({
      id: conversation.id,
      metrics_retained: metricsRetained,
      deleted_at: this.now(),
    });
  }
}
