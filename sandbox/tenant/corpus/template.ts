// What a ticket's story is made of: texts with {slots}, by who would write them.
interface Exchange {
  readonly by: "tech" | "contact" | "internal";
  readonly text: string;
}

export interface TicketTemplate {
  readonly key: string;
  readonly boardId: number;
  readonly type: string;
  readonly subType: string;
  readonly item?: string;
  /** How often it comes, relative to its neighbours. */
  readonly weight: number;
  /** 1 (Critical) to 4 (Low), the usual one. */
  readonly urgency: 1 | 2 | 3 | 4;
  readonly source: "Email Connector" | "Phone" | "Portal" | "RMM" | "Walk-up";
  readonly summaries: readonly string[];
  readonly openings: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly resolutions: readonly string[];
  /** What a technician writes on the time entry. */
  readonly work: readonly string[];
}

/** Replaces `{name}` by the slot of that name; an unknown name stays as it is, so that a test can see it. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}
