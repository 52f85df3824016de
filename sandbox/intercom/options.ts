// What a stand-in workspace can be told to be like; every default is what is documented.
import type { Faults } from "../http/faults.ts";
import { type Habits, PUBLISHED } from "./habits.ts";

export interface AdminSeed {
  /** Decimal string; a free one when absent. */
  readonly id?: string;
  readonly name: string;
  readonly email: string;
  /** An inbox seat: without one nobody writes, is assigned or is away. True when absent. */
  readonly seat?: boolean;
}

export interface TeamSeed {
  readonly id?: string;
  readonly name: string;
}

export interface IntercomOptions {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  readonly token?: string;
  /** Milliseconds since 1970; `Date.now` when absent. Windows, lags and times all follow it. */
  readonly now?: () => number;
  readonly workspaceName?: string;
  readonly workspaceId?: string;
  /** `US`, `EU` or `AU`, as `GET /me` tells it. */
  readonly region?: string;
  readonly admins?: readonly AdminSeed[];
  readonly teams?: readonly TeamSeed[];
  /** Requests an app may make in a window; 1,666 when absent (10,000 a minute). */
  readonly ratePerWindow?: number;
  /** Length of the aligned window; 10,000 ms when absent. */
  readonly windowMs?: number;
  /** Requests of all apps together in a window; 4,166 when absent (25,000 a minute). */
  readonly workspaceRatePerWindow?: number;
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  /** How long a new contact or conversation can't be found by search. */
  readonly searchLagMs?: number;
  /** How long a deleted company is still there: archiving is asynchronous. */
  readonly companyArchiveLagMs?: number;
  /** More replies to one conversation in that time answer 400; 60 in 10 s when absent, `false` for none. */
  readonly conversationThrottle?: { readonly replies: number; readonly perMs: number } | false;
  /** Share one with the test, or take `sandbox.faults`. */
  readonly faults?: Faults;
  /** Whether the token has the scope `delete_conversations_and_metrics`. */
  readonly deleteMetricsScope?: boolean;
  /** A list attribute of a conversation takes values that are no option of it, as reported of the real one. */
  readonly acceptUnknownListValues?: boolean;
  /** The workspace's bot answers each new conversation, which reaches the customer; off when absent. */
  readonly automations?: boolean;
  /** Customers may be notified; unless this is said, `stop` rejects when one was. */
  readonly mayNotify?: boolean;
  /** What differs from the published habits. */
  readonly habits?: Partial<Habits>;
  /** Keeps every request in `recorded`. */
  readonly recordRequests?: boolean;
}

export type Settings = Required<Omit<IntercomOptions, "port" | "faults" | "habits">> & {
  readonly habits: Habits;
};

const DEFAULT_ADMINS: readonly AdminSeed[] = [
  { id: "9001", name: "Avery Quinn", email: "avery.quinn@msp.example" },
  { id: "9002", name: "Blake Moreno", email: "blake.moreno@msp.example" },
  { id: "9003", name: "Casey Lindt", email: "casey.lindt@msp.example" },
];

/** Fills in the defaults. */
export function assembleSettings(options: IntercomOptions): Settings {
  return {
    token: options.token ?? "sandbox-intercom-token",
    now: options.now ?? Date.now,
    workspaceName: options.workspaceName ?? "Sandbox workspace",
    workspaceId: options.workspaceId ?? "sandbox1",
    region: options.region ?? "US",
    admins: options.admins ?? DEFAULT_ADMINS,
    teams: options.teams ?? [],
    ratePerWindow: options.ratePerWindow ?? 1666,
    windowMs: options.windowMs ?? 10_000,
    workspaceRatePerWindow: options.workspaceRatePerWindow ?? 4166,
    latencyMs: options.latencyMs ?? 0,
    searchLagMs: options.searchLagMs ?? 0,
    companyArchiveLagMs: options.companyArchiveLagMs ?? 0,
    conversationThrottle: options.conversationThrottle ?? { replies: 60, perMs: 10_000 },
    deleteMetricsScope: options.deleteMetricsScope ?? false,
    acceptUnknownListValues: options.acceptUnknownListValues ?? true,
    automations: options.automations ?? false,
    mayNotify: options.mayNotify ?? false,
    habits: { ...PUBLISHED, ...options.habits },
    recordRequests: options.recordRequests ?? false,
  };
}
