// How the stand-in is started, and what one gets.

import type { Faults } from "../http/faults.ts";
import type { TenantMutators } from "../tenant/mutate-tenant.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { ForbiddenBoards } from "./forbidden-boards.ts";
import type { Rights } from "./my-security.ts";
import type { RequestCounts, SeenRequest } from "./request-counts.ts";
import type { ThrottleWindow } from "./throttle.ts";

export interface ConnectWiseOptions {
  readonly tenant: Tenant;
  readonly port?: number;
  readonly company?: string;
  readonly publicKey?: string;
  readonly privateKey?: string;
  readonly clientId?: string;
  readonly faults?: Faults;
  /** Requests a minute before 429; no limit when absent, as on premises. The cloud's is about 1,000. */
  readonly ratePerMinute?: number;
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  readonly forbiddenBoards?: ForbiddenBoards;
  /** Without slashes; `v2026_4` when absent. `v4_6_release` is always accepted beside it. */
  readonly codebase?: string;
  /** What wrong credentials answer: 401, or the 404 seen in the cloud. */
  readonly wrongCredentials?: 401 | 404;
  /** The API member's rights that aren't All. */
  readonly rights?: Rights;
  /** `closedFlag=False` in a condition answers a 500 that is a timeout, as reported from the cloud. */
  readonly closedFlagTimesOut?: boolean;
  /** Hears of every request before it is answered, so that a drill can say what was asked and what was asked twice. */
  readonly onRequest?: (request: SeenRequest) => void;
  /** The time that new and changed records bear; the wall clock when absent. */
  readonly clock?: () => Date;
}

export interface Credentials {
  readonly company: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly clientId: string;
}

export interface ConnectWiseSandbox {
  /** The site's root, without a slash at the end and without codebase. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly requests: RequestCounts;
  /** How the limit was used, minute by minute. */
  readonly windows: readonly ThrottleWindow[];
  /** The tenant's records, and what people may do to them while a drill runs. */
  readonly tenant: Tenant & TenantMutators;
  /** The cloud moves on to another codebase: the old path answers 404 until the client rediscovers. */
  moveCodebase(codebase: string): void;
  stop(): Promise<void>;
}
