// The sample's diff with rows of its tickets, which people look for first.
import type { Engine, SampleDiff } from "../../../engine/engine.ts";

/** Enough for examples from several tickets. */
const TICKET_ROWS = 600;

/** What is kept of a diff may end before its tickets, and those are what people look for. */
export async function loadSample(engine: Engine, id: string): Promise<SampleDiff | undefined> {
  const [sample, tickets] = await Promise.all([
    engine.sampleDiff(id),
    engine.sampleRows(id, { type: "ticket", offset: 0, limit: TICKET_ROWS }),
  ]);
  if (!sample) return undefined;
  const known = new Set<string>();
  const rows = [...tickets.rows, ...sample.rows].filter(({ source, field }) => {
    const key = `${source.type} ${source.id} ${field}`;
    return !known.has(key) && known.add(key);
  });
  return { ...sample, rows };
}
