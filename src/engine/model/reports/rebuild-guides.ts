// What is not migrated and people rebuild by hand, read once at a verification and kept for its page.

import type { SourceBoard, SourceProject, SourceSla } from "../source/source.ts";
import type { SourceAutomations } from "./automation.ts";

export type GuideSla = Pick<
  SourceSla,
  "id" | "name" | "basedOn" | "businessHours" | "calendar" | "priorities"
>;

/** How a project is billed: Intercom has nothing that counts it. */
export type GuideProject = Pick<
  SourceProject,
  | "id"
  | "name"
  | "company"
  | "agreement"
  | "closed"
  | "billingMethod"
  | "billingAmount"
  | "billTime"
  | "budgetHours"
  | "actualHours"
>;

/** A configuration with others under it. */
export interface GuideHierarchy {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly company?: string;
  /** How many configurations are directly under it. */
  readonly parts: number;
  /** Names of the first of them. */
  readonly firstParts: readonly string[];
}

/** `warnings`: what could not be read, and what to do about it. */
export interface RebuildGuides extends SourceAutomations {
  /** "ConnectWise PSA, company acme". */
  readonly title: string;
  /** ISO-8601. */
  readonly readAt: string;
  readonly slas: readonly GuideSla[];
  readonly boards: readonly Pick<SourceBoard, "id" | "name">[];
  /** Of the extract: how many there are, how many are open, and the first of them, open ones before closed ones. */
  readonly projects: {
    readonly total: number;
    readonly open: number;
    readonly first: readonly GuideProject[];
  };
  /** Of the extract: all configurations, those with a parent, those with parts, and the first of the latter. */
  readonly hierarchies: {
    readonly configurations: number;
    readonly children: number;
    readonly parents: number;
    readonly first: readonly GuideHierarchy[];
  };
}
