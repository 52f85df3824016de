// Takes from a model's answer what is known, well-typed and unambiguous, row by row; the rest stays as it was.

import type { ProposalInput } from "../engine/field-map/proposer-port.ts";
import {
  ASK_BELOW,
  type BoardRule,
  type FieldMap,
  type FieldRule,
  type StatusRule,
} from "../engine/field-map/schema.ts";
import type { CustomFieldSurvey, Survey } from "../engine/model/survey.ts";
import type { ModelProposal } from "./openai/proposal-schema.ts";

export interface Merged {
  readonly map: FieldMap;
  /** What was wrong with the answer, in sentences that a model can repair. */
  readonly problems: readonly string[];
}

/** A choice that overrides the built-in one, or one that was doubtful, is asked about, however sure the model says it is. */
const ASKED = ASK_BELOW - 0.05;
/** A model that is alone in its opinion is believed up to here. */
const MODEL_CEILING = 0.9;
/** Below it a model doubts what it answers: a person is asked, however sure the rules are. */
const DOUBTED = 0.5;

const bounded = (confidence: number) =>
  Math.min(Math.max(Number.isFinite(confidence) ? confidence : 0, 0), MODEL_CEILING);
const sentence = (reason: string) =>
  reason.replace(/\s+/g, " ").trim().slice(0, 300) || "The model gave no reason.";

/** Never adds a row: only rows of the built-in map can change, and only those nobody has decided. */
export function mergeProposal(
  base: FieldMap,
  { survey, teams }: Pick<ProposalInput, "survey" | "teams">,
  proposal: ModelProposal,
): Merged {
  const problems: string[] = [];
  const fields = mergeFields(base.fields, survey, proposal, problems);
  const statuses = mergeStatuses(base.statuses, proposal, problems);
  const boards = mergeBoards(base.boards, teams, proposal, problems);
  return { map: { ...base, fields, statuses, boards }, problems };
}

function answersById<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  known: ReadonlySet<string>,
  what: string,
  problems: string[],
) {
  const byId = new Map<string, T>();
  for (const row of rows) {
    const id = idOf(row);
    if (!known.has(id)) problems.push(`There is no ${what} with the id ${JSON.stringify(id.slice(0, 60))}.`);
    else if (byId.has(id)) problems.push(`The ${what} ${id} was answered twice; the first answer counts.`);
    else byId.set(id, row);
  }
  return byId;
}

function mergeFields(
  rows: readonly FieldRule[],
  survey: Survey,
  proposal: ModelProposal,
  problems: string[],
): FieldRule[] {
  const surveyed = new Map(survey.customFields.map((field) => [`${field.object}:${field.id}`, field]));
  const answers = answersById(
    proposal.customFields,
    (row) => row.id,
    new Set(surveyed.keys()),
    "custom field",
    problems,
  );
  const taken = new Set(
    rows.flatMap((row) => (row.target?.kind === "attribute" ? [row.target.name.toLowerCase()] : [])),
  );
  return rows.map((row) => {
    const id = customFieldId(row);
    const answer = id === undefined ? undefined : answers.get(id);
    const field = id === undefined ? undefined : surveyed.get(id);
    if (answer === undefined || field === undefined || row.decided) return row;
    // What was left behind, as it may hold a secret, goes nowhere on a model's word.
    if (row.target === null) return row;
    if (answer.action === "skip" && (field.fillRate ?? 1) > 0) return skipFilled(row, answer);
    const target = fieldTarget(row, field, answer, taken, problems);
    if (target === undefined) return row;
    return { ...row, target, ...provenance(answer, sameTarget(row.target, target), row.confidence) };
  });
}

const SECRET =
  /secret|credential|pass(?:word|code|phrase)|api[- ]?key|private key|\bpins?\b|passwor[dt]|kennwort|geheim|zugangsdaten/iu;
const NEGATED = /\b(?:no|not|never|without|nothing|none|kein\w*|nicht|ohne|n(?:'|’)t)\b/iu;

/** True where a model says that a field holds secrets: moved, they would be read by more people than today. */
function saysSecret({ action, reason }: { readonly action: string; readonly reason: string }): boolean {
  return action === "skip" && SECRET.test(reason) && !NEGATED.test(reason);
}

/** A field with values is dropped by a person only; a secret waits behind until one has answered. */
function skipFilled(row: FieldRule, answer: ModelProposal["customFields"][number]): FieldRule {
  const doubt = { confidence: Math.min(row.confidence, ASKED), reason: sentence(answer.reason) };
  return saysSecret(answer) ? { ...row, ...doubt, target: null, origin: "model" } : { ...row, ...doubt };
}

/** `ticket` + `customFields.12` → `ticket:12`; undefined for other rows. */
function customFieldId(row: FieldRule): string | undefined {
  const match = /^customFields\.(.+)$/.exec(row.source);
  return match === null ? undefined : `${row.object}:${match[1]}`;
}

const NAME = /^[A-Za-z](?:[A-Za-z0-9_ -]{0,99}[A-Za-z0-9])?$/;
/** Spelling is not an opinion: `VIP contact` is `VIP_Contact__c`, and a company's `Tier` its `Account_Tier__c`. */
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/^account_|__c$/g, "")
    .replace(/[^a-z0-9]/g, "");

function fieldTarget(
  row: FieldRule,
  field: CustomFieldSurvey,
  answer: ModelProposal["customFields"][number],
  taken: Set<string>,
  problems: string[],
): FieldRule["target"] | undefined {
  if (answer.action === "note") return row.object === "ticket" ? { kind: "note" } : undefined;
  if (answer.action === "skip") return null;
  if (!typesOf(field).includes(answer.type)) {
    problems.push(`The custom field ${answer.id} is of type ${field.type} and can't become ${answer.type}.`);
    return undefined;
  }
  if (!NAME.test(answer.name)) {
    problems.push(
      `${JSON.stringify(answer.name.slice(0, 60))} can't be an attribute's name (field ${answer.id}).`,
    );
    return undefined;
  }
  const current = row.target?.kind === "attribute" ? row.target : undefined;
  const name = current && wordsOf(current.name) === wordsOf(answer.name) ? current.name : answer.name;
  const key = name.toLowerCase();
  if (taken.has(key) && key !== current?.name.toLowerCase()) {
    problems.push(`The name ${name} is taken already (field ${answer.id}).`);
    return undefined;
  }
  taken.add(key);
  const model = current?.model ?? (row.object === "ticket" ? "conversation" : row.object);
  return {
    kind: "attribute",
    model,
    name,
    type: answer.type,
    options: answer.type === "list" ? listOptions(field.options) : [],
  };
}

const listOptions = (options: readonly string[]) => [
  ...new Set(
    options.map((option) => option.trim()).filter((option) => option !== "" && option.length <= 255),
  ),
];

/** Attribute types that keep the values of a ConnectWise type. */
function typesOf(field: CustomFieldSurvey): readonly string[] {
  const options = listOptions(field.options).length;
  // Intercom takes 250 options here and wants two at least.
  if (options > 0) return options >= 2 && options <= 250 ? ["list", "string"] : ["string"];
  switch (field.type) {
    case "Checkbox":
      return ["boolean", "string"];
    case "Number":
      return ["decimal", "integer", "string"];
    case "Percent":
    case "Currency":
      return ["decimal", "string"];
    case "Date":
      return ["datetime", "string"];
    default:
      return ["string"];
  }
}

function sameTarget(a: FieldRule["target"], b: FieldRule["target"]): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== "attribute" || b.kind !== "attribute") return a.kind === b.kind;
  return a.type === b.type && a.name === b.name;
}

function mergeStatuses(
  rows: readonly StatusRule[],
  proposal: ModelProposal,
  problems: string[],
): StatusRule[] {
  const idOf = (row: { boardId: string; statusId: string }) => `${row.boardId}/${row.statusId}`;
  const answers = answersById(proposal.statuses, idOf, new Set(rows.map(idOf)), "status", problems);
  return rows.map((row) => {
    const answer = answers.get(idOf(row));
    if (answer === undefined || row.decided) return row;
    return { ...row, state: answer.state, ...provenance(answer, row.state === answer.state, row.confidence) };
  });
}

function mergeBoards(
  rows: readonly BoardRule[],
  teams: ProposalInput["teams"],
  proposal: ModelProposal,
  problems: string[],
): BoardRule[] {
  const answers = answersById(
    proposal.boards,
    (row) => row.boardId,
    new Set(rows.map((row) => row.boardId)),
    "board",
    problems,
  );
  return rows.map((row) => {
    const answer = answers.get(row.boardId);
    // A board whose team is known to exist keeps it; a name is all that a model may suggest.
    if (answer === undefined || row.decided || row.team?.id !== undefined) return row;
    const name = answer.teamName.replace(/\s+/g, " ").trim().slice(0, 255);
    // Which of several teams of one name is meant, no name can say: a person is asked.
    const namesakes = teams.filter((team) => team.name.toLowerCase() === name.toLowerCase()).length;
    if (name === "" || namesakes > 1) return row;
    const agrees = row.team?.name.toLowerCase() === name.toLowerCase();
    return { ...row, team: { name }, ...provenance(answer, agrees, row.confidence) };
  });
}

function provenance(answer: { confidence: number; reason: string }, agrees: boolean, builtIn: number) {
  const told = bounded(answer.confidence);
  const asked = Math.min(told, ASKED);
  const isAsked = !agrees || told < DOUBTED;
  const agreed = builtIn >= ASK_BELOW ? Math.max(told, builtIn) : Math.max(builtIn, asked);
  const confidence = isAsked ? asked : agreed;
  return { confidence, reason: sentence(answer.reason), origin: "model" as const };
}
