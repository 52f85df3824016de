// A change of the map that was asked for in words: what would be different, and a button that does it.
import type { MapChange } from "../../engine/field-map/change.ts";
import { applyChange } from "../../engine/field-map/change.ts";
import type { FieldMap, Policies } from "../../engine/field-map/schema.ts";
import { person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { actions, bullets, button, type Card, context, header, section } from "../blocks/block.ts";
import { fitMessage } from "../blocks/fit-message.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import type { Proposal } from "../conversation/proposal.ts";
import type { StepName } from "../step-names.ts";
import { type Captions, printRow, type RowRef } from "./map-rows.ts";

const SHOWN = 15;
const LINE = 380;

/** The row of a change, as the map card names it; undefined for policies. */
function rowOf(map: FieldMap, change: MapChange): RowRef | undefined {
  switch (change.kind) {
    case "set-status":
      return {
        kind: "status",
        index: map.statuses.findIndex(
          ({ boardId, statusId }) => boardId === change.boardId && statusId === change.statusId,
        ),
      };
    case "set-board-team":
    case "set-board-migrate":
      return { kind: "board", index: map.boards.findIndex(({ boardId }) => boardId === change.boardId) };
    case "set-member-admin":
      return { kind: "member", index: map.members.findIndex(({ memberId }) => memberId === change.memberId) };
    case "set-field-target":
      return { kind: "field", index: map.fields.findIndex(({ id }) => id === change.ruleId) };
    case "set-policies":
    case "confirm":
      return undefined;
  }
}

function printPolicies(policies: Policies, words: Words): readonly (readonly [string, string])[] {
  const text = words.correction.policies;
  return [
    [text.existingContact, text.existing[policies.existingContact]],
    [text.fallbackAdmin, policies.fallbackAdmin?.name ?? text.nobody],
    [text.snoozeDays, words.count(policies.snoozeDays)],
    [text.inactive, policies.includeInactiveContacts ? text.moved : words.map.notMoved],
  ];
}

const format = (name: string): string => escapeMrkdwn(name, 110);

/** One line a row, "was → will be"; several changes of one row are one line. */
export function describeChanges(
  map: FieldMap,
  changes: readonly MapChange[],
  words: Words,
  captions: Captions = {},
): readonly string[] {
  const text = words.correction;
  const after = changes.reduce(applyChange, map);
  const lines = new Map<string, string>();
  for (const change of changes) {
    const row = rowOf(map, change);
    if (!row) continue;
    const [from = "", was = ""] = printRow(map, row, words, captions);
    const will = printRow(after, row, words)[1] ?? "";
    const kind = text.kinds[row.kind];
    const line =
      was === will
        ? text.stays(kind, format(from), format(will))
        : text.line(kind, format(from), format(was), format(will));
    lines.set(`${row.kind} ${row.index}`, line.slice(0, LINE));
  }
  const before = printPolicies(map.policies, words);
  for (const [index, [name, will]] of printPolicies(after.policies, words).entries()) {
    const was = before[index]?.[1] ?? "";
    if (was !== will) lines.set(name, text.line("", name, format(was), format(will)).trim().slice(0, LINE));
  }
  return [...lines.values()];
}

export function buildProposalCard(
  proposal: Proposal,
  place: { readonly migrationId: string; readonly step: StepName },
  words: Words,
): Card {
  const text = words.correction;
  const value = { m: place.migrationId, s: place.step, h: proposal.id };
  const shown = proposal.lines.slice(0, SHOWN);
  const more = proposal.lines.length - shown.length;
  const voids = place.step !== "map-review";
  return {
    text: text.title,
    blocks: fitMessage(
      [
        header(text.title),
        section(bullets([...shown, ...(more > 0 ? [words.survey.more(more)] : [])])),
        ...(proposal.asks.length > 0 ? [section(proposal.asks.join("\n"))] : []),
        context(`${text.askedBy(person(proposal.by))} ${voids ? text.voids : text.next}`),
        actions(
          button(text.confirm, "correction.confirm", value, { style: "primary" }),
          button(text.dismiss, "correction.dismiss", value),
        ),
      ],
      words.shortened,
    ),
  };
}
