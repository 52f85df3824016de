// Long threads and large files, guessed from a few tickets.
import { describe, expect, it } from "vitest";
import { SkipError } from "../../../../src/engine/errors.ts";
import type { SourceDocument, SourceTicket } from "../../../../src/engine/model/source/source.ts";
import type { Source } from "../../../../src/engine/source/port.ts";
import { surveyThreads } from "../../../../src/engine/stages/survey/threads.ts";
import { aNote, aTicket } from "../../../support/builders.ts";
import { prose } from "../../../support/in-words.ts";

const tickets = (n: number): readonly SourceTicket[] =>
  Array.from({ length: n }, (_, at) => aTicket({ id: String(at + 1) }).build().ticket);

/** Every ticket has four notes; those named have as many as said. */
function aSource(long: Readonly<Record<string, number>>, large: readonly string[] = []): Source {
  return {
    fetchNotes: async (id: string) => Array.from({ length: long[id] ?? 4 }, () => aNote({ ticketId: id })),
    fetchDocuments: async ({ id }: { readonly id: string }): Promise<readonly SourceDocument[]> =>
      large.includes(id)
        ? [{ id: "1", name: "dump.zip", link: "", public: false, statedSize: 11 * 1_048_576 }]
        : [],
  } as unknown as Source;
}

describe("looking at threads", () => {
  it("scales what it found to all tickets, and names those it saw", async () => {
    const found = await surveyThreads(aSource({ "2": 501 }, ["3"]), tickets(10), 1000);
    expect(found.oddCases.map(({ code, count, tickets: named }) => [code, count, named])).toEqual([
      ["long_threads", 100, ["2"]],
      ["large_files", 100, ["3"]],
    ]);
    expect(found.oddCases[0]?.sentence).toMatch(/^About 100 tickets have over 400 notes/);
    expect(found.averageNotes).toBeCloseTo((9 * 4 + 501) / 10);
  });

  it("is exact where it saw all of them, and silent where nothing is odd", async () => {
    expect((await surveyThreads(aSource({ "1": 400 }), tickets(5), 5)).oddCases).toEqual([]);
    const [long] = (await surveyThreads(aSource({ "1": 700 }), tickets(5), 5)).oddCases;
    expect(long?.sentence).toMatch(/^1 tickets? /);
  });

  it("looks at 25 at most, and learns nothing from what may not be read", async () => {
    const asked = new Set<string>();
    const source = {
      fetchNotes: async (id: string) => {
        asked.add(id);
        throw new SkipError(prose({ code: "not_found", message: "gone", remedy: "none" }));
      },
    } as unknown as Source;
    expect(await surveyThreads(source, tickets(500), 60_000)).toEqual({ averageNotes: 4, oddCases: [] });
    expect(asked.size).toBe(25);
  });
});
