// English: errors of records that Intercom refuses.
import type { RefusalErrors } from "../../../engine/model/sayings/errors-of-refusals.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, list } from "../formats.ts";
import { one } from "./nouns.ts";

const NAMED = 10;

/** What records of one sort may have in common in the workspace, by the request that was refused. */
const remedies: readonly (readonly [route: RegExp, remedy: string])[] = [
  [
    /^PUT \/conversations\/\{id\}$/,
    "Look in Intercom's settings for two active conversation attributes of one name, or one that was archived or changed since the plan.",
  ],
  [
    /\/(reply|parts)$/,
    "Look in Intercom whether the teammates who write still have an inbox seat, and whether a team or an assignee is gone.",
  ],
  [
    /^(POST|PUT) \/(contacts|companies)/,
    "Look in Intercom's settings for an attribute of contacts or companies that was archived or changed since the plan.",
  ],
];
const remedyOf = (route: string) =>
  remedies.find(([pattern]) => pattern.test(route))?.[1] ??
  "Look in Intercom's settings for what these records have in common.";

const fieldsOf = (fields: RefusalErrors["field_refused"]["fields"]) =>
  list(fields.map((field) => (field === "email" ? "e-mail" : field)));

export const refusalErrors: TextsOf<RefusalErrors, Explained> = {
  refused_alike: ({ records, error, begun, route }, { explain }) => {
    const more = begun.length > NAMED ? ` and ${count(begun.length - NAMED)} more` : "";
    const left =
      begun.length === 0
        ? ""
        : ` Begun and still open in Intercom: conversations ${begun.slice(0, NAMED).join(", ")}${more}.`;
    return {
      message: `Intercom refused ${count(records)} records one after another in the same way, so the run stands before it refuses all: ${explain(error).message}${left}`,
      remedy: `${remedyOf(route)} Then resume: what was begun is finished, and nothing is written twice. Resumed without a change, the run leaves these records as exceptions and tries the next ones.`,
    };
  },
  most_refused: ({ failed, tried }) => ({
    message: `${count(failed)} of ${count(tried)} records could not be moved: that is no move.`,
    remedy: "Look at the exceptions: what most of them have in common is not the records' own. Then resume.",
  }),
  half_written: ({ error, conversationId }, { explain }) => {
    const { message, remedy } = explain(error);
    return {
      message: `${message} Its conversation ${conversationId} was begun and stands open in Intercom, unfinished.`,
      remedy: `${remedy} The conversation is finished then; a rollback takes it away.`,
    };
  },
  email_ambiguous: ({ kind, fields }) => ({
    message: `Several users in Intercom have this ${one(kind)}'s e-mail, and none is surely the one: it was moved without its ${fieldsOf(fields)}, with all its tickets.`,
    remedy:
      "Merge the users in Intercom, or give the one that is meant the contact's name; then change the contact in the source, or set the e-mail in Intercom.",
  }),
  field_refused: ({ kind, fields, said }) => ({
    message: `Intercom refused the ${fieldsOf(fields)} of this ${one(kind)}${said === undefined ? "" : ` ("${said}")`}: it was moved without.`,
    remedy: `Correct the ${fieldsOf(fields)} in the source, then run again; or enter it in Intercom by hand.`,
  }),
  attribute_twins: ({ attribute }) => ({
    message: `Intercom has two active conversation attributes named "${attribute}", and refuses every change of attributes while it does.`,
    remedy: "Rename or archive one of them in Intercom's settings, then go on.",
  }),
};
