// The proposer that needs no model: the default map, and rules of thumb for what no table knows.
import { assembleDefaultMap } from "../../engine/field-map/default-map.ts";
import type { Proposal, ProposalInput, Proposer } from "../../engine/field-map/proposer-port.ts";
import type { FieldMap } from "../../engine/field-map/schema.ts";
import { actorsOf } from "../../engine/model/actors.ts";
import { assembleNotes } from "../assemble-notes.ts";
import { proposeAdmin } from "./propose-admin.ts";
import { proposeCustomField } from "./propose-custom-field.ts";
import { proposeStatus } from "./propose-status.ts";
import { proposeTeams } from "./propose-team.ts";

/** Answers at once and always the same; what it isn't sure of has a low confidence, so that it is asked. */
export function makeOfflineProposer(): Proposer {
  return { propose: async (input) => assembleOfflineProposal(input) };
}

export function assembleOfflineProposal({ survey, admins, teams }: ProposalInput): Proposal {
  const base = assembleDefaultMap(survey, admins, teams);
  const usedNames = new Set(
    base.fields.flatMap(({ target }) => (target?.kind === "attribute" ? [target.name.toLowerCase()] : [])),
  );
  const taken = new Set(base.members.flatMap((row) => (row.admin ? [row.admin.id] : [])));
  const map: FieldMap = {
    ...base,
    fields: [...base.fields, ...survey.customFields.map((field) => proposeCustomField(field, usedNames))],
    statuses: survey.statuses.map(proposeStatus),
    boards: [...proposeTeams(base.boards, teams)],
    members: base.members.map((row) => proposeAdmin(row, actorsOf(admins), taken)),
  };
  return { map, notes: assembleNotes(map) };
}
