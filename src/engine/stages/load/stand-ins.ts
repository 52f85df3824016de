// Contacts that stand in for those that tickets don't name: each written once, for whichever ticket needs it first.
import type { DesiredRecord } from "../../desired/desired-record.ts";
import { refKey } from "../../journal/journal.ts";
import type { SourceRef } from "../../model/source/source.ts";
import { loadRecord, type RecordTools } from "./record.ts";

/** `waiting`: the run stopped before it was written, or a write of its own waits. */
type StandIn = { readonly kind: "there"; readonly destinationId: string } | { readonly kind: "waiting" };

export class StandIns {
  readonly #tools: RecordTools;
  readonly #expected = new Map<string, () => Promise<StandIn>>();
  readonly #written = new Map<string, Promise<StandIn>>();

  constructor(tools: RecordTools) {
    this.#tools = tools;
  }

  expect({ source, states: [state] }: DesiredRecord, links: ReadonlyMap<string, string>): void {
    this.#expected.set(refKey(source), async () => {
      const outcome = await loadRecord(this.#tools, state, links);
      const id = "destinationId" in outcome ? outcome.destinationId : undefined;
      return id === undefined ? { kind: "waiting" } : { kind: "there", destinationId: id };
    });
  }

  /** Undefined for a contact that is none of them. Throws what its own write throws, to each who asks. */
  async ensure(contact: SourceRef): Promise<StandIn | undefined> {
    const key = refKey(contact);
    const known = this.#written.get(key) ?? this.#expected.get(key)?.();
    if (known) this.#written.set(key, known);
    return known;
  }
}
