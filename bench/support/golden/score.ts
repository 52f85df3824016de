// Holds a proposed map against the right one, row by row.
import { assembleQuestions, type FieldMap, validateMap } from "../../../src/engine/field-map/index.ts";
import { type GoldenTenant, inputOf } from "./golden-tenant.ts";

export const KINDS = ["field", "status", "board", "member"] as const;

export interface ScoredRow {
  readonly tenant: string;
  readonly kind: (typeof KINDS)[number];
  readonly name: string;
  readonly chosen: string;
  readonly right: string;
  readonly isRight: boolean;
  /** A person is asked before anything is written. */
  readonly isAsked: boolean;
  /** Asked without a suggestion of its own. */
  readonly isOpen: boolean;
  readonly confidence: number;
}

export interface Score {
  readonly rows: number;
  /** Right rows among those with a choice. */
  readonly precision: number;
  /** Right rows that nobody needs to be asked about, among all. */
  readonly recall: number;
  readonly asked: number;
  /** Wrong rows that nobody would be asked about: there must be none. */
  readonly wrongAndSure: number;
}

export function scoreMap(tenant: GoldenTenant, map: FieldMap): readonly ScoredRow[] {
  const asked = new Set(assembleQuestions(map).map(({ row }) => row));
  const broken = new Set(
    validateMap(map, { ...inputOf(tenant), existing: [] })
      .filter(({ severity }) => severity === "error")
      .map(({ row }) => row),
  );
  const score = (
    kind: ScoredRow["kind"],
    row: string,
    facts: { name: string; chosen: string; right: readonly string[]; confidence: number; isOpen?: boolean },
  ): ScoredRow => ({
    ...{ tenant: tenant.name, kind, name: facts.name, chosen: facts.chosen, right: facts.right.join(" or ") },
    isRight: facts.right.includes(facts.chosen) && !broken.has(row),
    isAsked: asked.has(row),
    isOpen: asked.has(row) && facts.isOpen === true,
    confidence: facts.confidence,
  });
  const lost = (kind: ScoredRow["kind"], name: string) =>
    score(kind, "none", { name, chosen: "no row", right: [], confidence: 1 });
  return [
    ...tenant.fields.map(({ object, caption, right }, at) => {
      const row = map.fields.find(({ source }) => source === `customFields.f${at}`);
      if (row === undefined || row.object !== object) return lost("field", caption);
      const { target, confidence } = row;
      const chosen = target === null ? "skip" : target.kind === "note" ? "note" : target.type;
      return score("field", row.id, { name: `${object} ${caption}`, chosen, right, confidence });
    }),
    ...(["priorities", "slas"] as const).flatMap((list) => {
      const wanted = tenant[list] ?? [];
      if (wanted.length === 0) return [];
      const source = list === "slas" ? "sla.name" : "priority.name";
      const row = map.fields.find((field) => field.source === source);
      const target = row?.target?.kind === "attribute" ? row.target : undefined;
      const isWhole = target?.type === "list" && wanted.every((one) => target.options.includes(one));
      const chosen = isWhole ? "list of all" : "not all values";
      return [score("field", row?.id ?? "", { name: list, chosen, right: ["list of all"], confidence: 1 })];
    }),
    ...tenant.boards.flatMap(({ name, right, statuses }, at) => {
      const board = map.boards.find(({ boardId }) => boardId === `b${at}`);
      if (board === undefined) return [lost("board", name)];
      const { team, confidence } = board;
      return [
        score("board", `board:b${at}`, { name, chosen: team?.name ?? "none", right: [right], confidence }),
        ...statuses.map(([status, , ...states], to) => {
          const row = map.statuses.find(
            ({ boardId, statusId }) => boardId === `b${at}` && statusId === `s${to}`,
          );
          if (row === undefined) return lost("status", status);
          const facts = { name: status, chosen: row.state, right: states, confidence: row.confidence };
          return score("status", `status:b${at}/s${to}`, facts);
        }),
      ];
    }),
    ...tenant.members.map(([name, email, right], at) => {
      const row = map.members.find(({ memberId }) => memberId === `m${at}`);
      if (row === undefined) return lost("member", name);
      const chosen = row.admin?.name ?? "nobody";
      return score("member", `member:m${at}`, {
        ...{ name: `${name} ${email}`.trim(), chosen, right: [right ?? "nobody"] },
        ...{ confidence: row.confidence, isOpen: row.admin === null && right !== null },
      });
    }),
  ];
}

export function summarize(rows: readonly ScoredRow[]): Score {
  const chosen = rows.filter(({ isOpen }) => !isOpen);
  const right = chosen.filter(({ isRight }) => isRight);
  return {
    rows: rows.length,
    precision: chosen.length === 0 ? 1 : right.length / chosen.length,
    recall: rows.length === 0 ? 1 : right.filter(({ isAsked }) => !isAsked).length / rows.length,
    asked: rows.filter(({ isAsked }) => isAsked).length,
    wrongAndSure: chosen.filter(({ isRight, isAsked }) => !isRight && !isAsked).length,
  };
}
