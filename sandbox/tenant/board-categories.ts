// Types, sub-types and items of the boards, collected from the corpus so that every ticket's are real ones.
import { type Board, PROJECTS } from "./boards.ts";
import type { TicketTemplate } from "./corpus/template.ts";
import { infoOf } from "./info.ts";
import type { PlainRecord, Ref } from "./records.ts";

export interface Category extends PlainRecord {
  readonly name: string;
  readonly board: Ref;
}

/** Ids are spread by board and order, so that the same name on two boards has two ids. */
export function makeCategories(
  boards: readonly Board[],
  templates: readonly TicketTemplate[],
  nowMs: number,
) {
  const entered = nowMs - 1900 * 86_400_000;
  const types: Category[] = [];
  const subTypes: Category[] = [];
  const items: Category[] = [];
  for (const board of boards) {
    const ref = { id: board.id, name: board.name };
    const own = templates.filter((t) => t.boardId === board.id || board.id === PROJECTS);
    const distinct = (names: (string | undefined)[]) => [
      ...new Set(names.filter((name) => name !== undefined)),
    ];
    const add = (list: Category[], base: number, names: string[], more: (at: number) => object) => {
      for (const [at, name] of names.entries()) {
        const flags = { inactiveFlag: false, ...more(at) };
        list.push({
          id: board.id * 1000 + base + at,
          name,
          board: ref,
          ...flags,
          _info: infoOf(entered, entered),
        });
      }
    };
    add(types, 100, distinct(own.map((t) => t.type)), (at) => ({
      category: "Reactive",
      defaultFlag: at === 0,
    }));
    const typeIds = types.filter((type) => type.board.id === board.id).map((type) => type.id);
    add(subTypes, 400, distinct(own.map((t) => t.subType)), () => ({ typeAssociationIds: typeIds }));
    add(items, 700, distinct(own.map((t) => t.item)), () => ({}));
  }
  return { types, subTypes, items };
}

export function findCategory(
  list: readonly Category[],
  boardId: number,
  name: string | undefined,
): Ref | undefined {
  const found = name === undefined ? undefined : list.find((c) => c.board.id === boardId && c.name === name);
  return found && { id: found.id, name: found.name };
}
