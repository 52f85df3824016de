// An earlier customer's map as a starting point: decisions carry over by name, and what they overrule is asked.
import { foldName } from "../values/fold-name.ts";
import { ASK_BELOW, type FieldMap, type FieldRule, type StatusRule } from "./schema.ts";

/** A person decided so elsewhere: believed where nothing speaks against it. */
const CONFIRMED = 0.9;
const ASKED = ASK_BELOW - 0.05;
const REASON = "An earlier map says so.";

/**
 * `proposed` is this customer's own draft: it keeps its rows, and gains the choices of `earlier` where a name is the
 * same. Ids, members and teams that don't exist here are never taken over.
 */
export function reuseMap(
  proposed: FieldMap,
  earlier: FieldMap,
  here: {
    readonly teams: readonly { readonly id: string; readonly name: string }[];
  },
): FieldMap {
  const { fallbackAdmin: _theirs, ...policies } = earlier.policies;
  return {
    ...proposed,
    fields: reuseFields(proposed.fields, earlier.fields),
    statuses: reuseStatuses(proposed, earlier),
    boards: proposed.boards.map((row) => {
      const same = earlier.boards.find(({ name }) => foldName(name) === foldName(row.name));
      if (row.decided || same === undefined) return row;
      const team =
        same.team && here.teams.filter(({ name }) => foldName(name) === foldName(same.team?.name ?? ""));
      const [known] = team ?? [];
      const taken = same.team === null ? null : known && team?.length === 1 ? known : row.team;
      const migrate = row.migrate && same.migrate;
      const agrees = migrate === row.migrate && taken?.name === row.team?.name;
      return {
        ...row,
        migrate,
        team: taken === null ? null : { ...taken },
        ...provenance(agrees, row.confidence),
      };
    }),
    policies: { ...proposed.policies, ...policies },
  };
}

function reuseFields(rows: readonly FieldRule[], earlier: readonly FieldRule[]): FieldRule[] {
  const isCustom = ({ source }: FieldRule) => source.startsWith("customFields.");
  const nameOf = ({ target }: FieldRule) =>
    target?.kind === "attribute" ? foldName(target.name) : undefined;
  return rows.map((row) => {
    // Custom fields have other ids elsewhere: their attribute's name, which follows the caption, tells them.
    const same = earlier.find((one) =>
      isCustom(row)
        ? isCustom(one) &&
          one.object === row.object &&
          nameOf(one) !== undefined &&
          nameOf(one) === nameOf(row)
        : one.id === row.id,
    );
    if (same === undefined || same.origin === "default") return row;
    if (isCustom(row)) {
      // The type follows the values that are here; the earlier one only speaks for it or against it.
      const agrees =
        same.target?.kind === "attribute" &&
        row.target?.kind === "attribute" &&
        same.target.type === row.target.type;
      return { ...row, ...(agrees ? provenance(true, row.confidence) : {}) };
    }
    if (same.target === null && row.target !== null)
      return { ...row, target: null, ...provenance(false, row.confidence), decided: false };
    return row;
  });
}

function reuseStatuses(proposed: FieldMap, earlier: FieldMap): StatusRule[] {
  const boardOf = (map: FieldMap, id: string) =>
    foldName(map.boards.find(({ boardId }) => boardId === id)?.name ?? "");
  return proposed.statuses.map((row) => {
    const named = earlier.statuses.filter(({ name }) => foldName(name) === foldName(row.name));
    const board = boardOf(proposed, row.boardId);
    const onBoard = named.filter(({ boardId }) => boardOf(earlier, boardId) === board);
    const states = new Set((onBoard.length > 0 ? onBoard : named).map(({ state }) => state));
    const [state] = states;
    if (row.decided || state === undefined || states.size > 1) return row;
    return { ...row, state, ...provenance(state === row.state, row.confidence) };
  });
}

/** Two who agree need no question; what overrules this customer's own draft is asked. */
function provenance(agrees: boolean, own: number) {
  return {
    confidence: agrees ? Math.max(own, CONFIRMED) : Math.min(own, ASKED),
    reason: REASON,
    origin: "earlier" as const,
  };
}
