// What tickets are made from: everything of the tenant that stands before the first ticket does.
import type { Category } from "./board-categories.ts";
import type { Board, BoardStatus, BoardTeam } from "./boards.ts";
import type { Company, CompanySite, Contact, Member } from "./records.ts";
import type { Named } from "./service-levels.ts";

export interface World {
  readonly seed: number;
  readonly nowMs: number;
  readonly members: Member[];
  readonly companies: Company[];
  readonly sites: CompanySite[];
  readonly contacts: Contact[];
  readonly boards: Board[];
  readonly statuses: BoardStatus[];
  readonly teams: BoardTeam[];
  readonly types: Category[];
  readonly subTypes: Category[];
  readonly items: Category[];
  readonly priorities: Named[];
  readonly slas: Named[];
  readonly sources: Named[];
  readonly agreements: (Named & { readonly company: { readonly id: number } })[];
}
